package app.entente.person;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import java.time.Instant;

/** Somebody this workspace knows. */
@Entity
public class Person extends TenantRecord {

    @Embedded
    @Valid
    private PersonDetails details;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Person() {
    }

    public Person(PersonDetails details, Instant now) {
        super(Ids.next());
        this.details = details;
        this.createdAt = now;
    }

    /** Replaces what is written about the person. */
    public void correct(PersonDetails corrected) {
        this.details = corrected;
    }

    /** Takes over what the person chose for themselves: language, tu or vous, reminders. */
    void choose(Preferences chosen) {
        PersonDetails next = details.copy();
        next.setLanguage(chosen.language());
        next.setAddressForm(chosen.addressForm());
        next.setReminders(chosen.reminders());
        this.details = next;
    }

    /** Leaves nothing of the person but the row that other rows point to. It cannot be undone. */
    public void erase() {
        PersonDetails nobody = new PersonDetails();
        nobody.setGivenName("—");
        nobody.setFamilyName("—");
        nobody.setMailSafe(false);
        nobody.setPhoneSafe(false);
        nobody.setPostSafe(false);
        nobody.setReminders(false);
        nobody.setLanguage(details.getLanguage());
        this.details = nobody;
    }

    public PersonDetails getDetails() {
        return details;
    }

    /** The name to say. */
    public String getName() {
        return details.fullName();
    }

    /** The address for mail; null when there is none or it is not safe (rule 2). */
    public String getSafeEmail() {
        return details.isMailSafe() ? details.getEmail() : null;
    }

    /** The language this person reads. */
    public String getLanguage() {
        return details.getLanguage();
    }

    /** Whether this relation says tu. */
    public boolean isTu() {
        return "tu".equals(details.getAddressForm());
    }
}
