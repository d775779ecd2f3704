package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A piece of an export: a month of it. */
@Entity
@Table(name = "export_part")
public class ExportPart extends TenantOwned {

    @Column(name = "export_id")
    private UUID exportId;
    private int position;
    private String body;

    protected ExportPart() {
    }

    ExportPart(UUID exportId, int position, String body) {
        super(Ids.next());
        this.exportId = exportId;
        this.position = position;
        this.body = body;
    }

    public UUID getExportId() {
        return exportId;
    }

    public int getPosition() {
        return position;
    }

    public String getBody() {
        return body;
    }
}
