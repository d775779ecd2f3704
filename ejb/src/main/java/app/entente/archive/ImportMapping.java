package app.entente.archive;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Which column was which field the last time a file had these headers (rule 2). */
@Entity
@Table(name = "import_mapping")
public class ImportMapping extends TenantRecord {

    private String kind;
    @Column(name = "header_key")
    private String headerKey;
    private String mapping;
    @Column(name = "date_order")
    private String dateOrder;

    protected ImportMapping() {
    }

    ImportMapping(String kind, String headerKey, Mapping mapping, String dateOrder) {
        super(Ids.next());
        this.kind = kind;
        this.headerKey = headerKey;
        remember(mapping, dateOrder);
    }

    /** Takes over the latest choice. */
    final void remember(Mapping latest, String order) {
        mapping = latest.words();
        dateOrder = order;
    }

    Mapping mapping() {
        return Mapping.of(mapping);
    }

    String getDateOrder() {
        return dateOrder;
    }
}
