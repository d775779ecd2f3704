package app.entente.web.operator;

import app.entente.platform.Journal;
import app.entente.platform.PlatformEntry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The platform's trail, latest first. */
@Named
@RequestScoped
public class OperatorJournal {

    @Inject
    private Journal journal;
    @Inject
    @Param
    private String kind;
    @Inject
    @Param
    private Long before;
    private List<PlatformEntry> rows;
    private List<String> kinds;

    @PostConstruct
    void read() {
        rows = journal.page(kind, before == null ? 0 : before);
        kinds = journal.kinds();
    }

    public String getKind() {
        return kind == null ? "" : kind;
    }

    public List<PlatformEntry> getRows() {
        return rows;
    }

    public List<String> getKinds() {
        return kinds;
    }

    /** The number to go on from; 0 when there is nothing older. */
    public long getOlder() {
        return rows.size() < Journal.SIZE ? 0 : rows.get(rows.size() - 1).seq();
    }
}
