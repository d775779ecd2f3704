package app.entente.agreement;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** What was written for one variable of an agreement. */
@Entity
@Table(name = "agreement_value")
class AgreementValue extends TenantRecord {

    @Column(name = "agreement_id")
    private UUID agreementId;
    private String code;
    private String value;

    protected AgreementValue() {
    }

    AgreementValue(UUID agreementId, String code, String value) {
        super(Ids.next());
        this.agreementId = agreementId;
        this.code = code;
        this.value = value;
    }

    void write(String written) {
        value = written;
    }

    String code() {
        return code;
    }

    String value() {
        return value;
    }
}
