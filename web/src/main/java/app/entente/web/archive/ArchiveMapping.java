package app.entente.web.archive;

import app.entente.archive.Field;
import app.entente.archive.Import;
import app.entente.archive.ImportSample;
import app.entente.archive.Imports;
import app.entente.kernel.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** Which column of a file is which field. */
@Named
@RequestScoped
public class ArchiveMapping {

    @Inject
    private Imports imports;
    @Inject
    @Param
    private String id;
    private ImportSample sample;
    private Map<String, String> columns;
    private String order;

    /**
     * A column.
     *
     * @param place counted from zero
     * @param header its header, or its number where it has none
     * @param cells what its first rows say
     */
    public record Column(String place, String header, String cells) {
    }

    @PostConstruct
    void load() {
        sample = imports.sample(Ids.parse(id));
        columns = new HashMap<>();
        sample.columns().forEach((field, column) -> columns.put(field.getKey(), String.valueOf(column)));
        order = sample.file().getDateOrder();
    }

    /** Keeps the choice and goes on to the dry run. */
    public String map() {
        Map<Field, Integer> chosen = new EnumMap<>(Field.class);
        for (Field field : getFields()) {
            String column = columns.get(field.getKey());
            if (column != null && !column.isBlank()) {
                chosen.put(field, Integer.valueOf(column));
            }
        }
        imports.map(sample.file().getId(), chosen, order);
        return "/archive/preview?faces-redirect=true&id=" + sample.file().getId();
    }

    public List<Field> getFields() {
        return Field.of(sample.file().getKind());
    }

    /** The columns of the file, to choose from and to look at. */
    public List<Column> getChoices() {
        List<Column> all = new ArrayList<>();
        List<String> headers = sample.file().getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            int place = i;
            List<String> cells = sample.rows().stream().filter(row -> row.size() > place).map(row -> row.get(place)).filter(cell -> !cell.isEmpty()).toList();
            all.add(new Column(String.valueOf(i), headers.get(i).isEmpty() ? String.valueOf(i + 1) : headers.get(i), String.join(" · ", cells)));
        }
        return all;
    }

    public Import getFile() {
        return sample.file();
    }

    public boolean isRemembered() {
        return sample.remembered();
    }

    public Map<String, String> getColumns() {
        return columns;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }
}
