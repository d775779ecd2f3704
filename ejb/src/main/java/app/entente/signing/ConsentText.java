package app.entente.signing;

import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One consent asked for, in one language, with the digest of its exact text. */
@Entity
@Table(name = "consent_text")
public class ConsentText extends TenantOwned {

    @Column(name = "signing_id")
    private UUID signingId;
    private int position;
    private String code;
    private String language;
    private boolean required;
    private String text;
    private String help;
    private String sha256;

    protected ConsentText() {
    }

    ConsentText(UUID signingId, int position, ConsentToAsk consent) {
        super(Ids.next());
        this.signingId = signingId;
        this.position = position;
        this.code = consent.code();
        this.language = consent.language();
        this.required = consent.required();
        this.text = consent.text();
        this.help = consent.help();
        this.sha256 = Sha256.of(consent.text().getBytes(StandardCharsets.UTF_8)).hex();
    }

    public String getCode() {
        return code;
    }

    public String getLanguage() {
        return language;
    }

    public boolean isRequired() {
        return required;
    }

    /** What is consented to, in the person's own voice. */
    public String getText() {
        return text;
    }

    /** What it means to tick it or not; not signed. */
    public String getHelp() {
        return help;
    }

    public String getSha256() {
        return sha256;
    }
}
