package app.entente.benchmark;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The bare list: fifty of a thousand rows, from memory, in the sortable and filterable table that PrimeFaces offers. */
@Named
@ViewScoped
public class FloorList implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<FloorRow> ALL = IntStream.range(0, 1000).mapToObj(FloorRow::new).toList();

    private final LazyDataModel<FloorRow> rows = new Rows();

    public LazyDataModel<FloorRow> getRows() {
        return rows;
    }

    /** Pages of the thousand. */
    static class Rows extends LazyDataModel<FloorRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return ALL.size();
        }

        @Override
        public List<FloorRow> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            return ALL.subList(first, Math.min(ALL.size(), first + size));
        }
    }
}
