package app.entente.agreement;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A text of the practice that agreements are made from. */
@Entity
@Table(name = "agreement_template")
public class AgreementTemplate extends TenantRecord {

    private String code;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;

    protected AgreementTemplate() {
    }

    AgreementTemplate(String code, Bilingual title) {
        super(Ids.next());
        this.code = code;
        this.title = title;
    }

    public String getCode() {
        return code;
    }

    public Bilingual getTitle() {
        return title;
    }
}
