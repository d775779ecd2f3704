package app.entente.signing;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Somebody who is to sign, in their place in the order. */
@Entity
@Table(name = "signing_party")
public class SigningParty extends TenantRecord {

    @Column(name = "signing_id")
    private UUID signingId;
    private int position;
    private String part;
    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "account_id")
    private UUID accountId;
    private String name;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "capacity_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "capacity_en"))
    private Bilingual capacity;
    private String status;
    @Column(name = "chosen_language")
    private String chosenLanguage;

    protected SigningParty() {
    }

    SigningParty(UUID signingId, int position, PartyToSign party) {
        super(Ids.next());
        this.signingId = signingId;
        this.position = position;
        this.part = party.personId() == null ? "practitioner" : "client";
        this.personId = party.personId();
        this.accountId = party.accountId();
        this.name = party.name();
        this.capacity = party.capacity();
        this.status = "waiting";
    }

    void signed() {
        status = "signed";
    }

    void declined() {
        status = "declined";
    }

    /** The person wishes this language, after the first one was shown (rule 10). */
    void wishes(String language) {
        chosenLanguage = language;
    }

    UUID signingId() {
        return signingId;
    }

    public int getPosition() {
        return position;
    }

    /** {@code client} or {@code practitioner}. */
    public String getPart() {
        return part;
    }

    public UUID getPersonId() {
        return personId;
    }

    public UUID getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    public Bilingual getCapacity() {
        return capacity;
    }

    public String getStatus() {
        return status;
    }

    public boolean isWaiting() {
        return "waiting".equals(status);
    }

    public String getChosenLanguage() {
        return chosenLanguage;
    }
}
