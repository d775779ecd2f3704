package app.entente.person;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Set;
import java.util.UUID;

/** A further way to reach somebody, and what is safe about it. */
@Entity
public class Contact extends TenantRecord {

    private static final Set<String> KINDS = Set.of("mail", "phone", "post");
    private static final int LONGEST = 300;

    @Column(name = "person_id")
    private UUID personId;
    private String kind;
    private String label;
    private String value;
    private boolean safe;
    @Column(name = "voicemail_safe")
    private boolean voicemailSafe;

    protected Contact() {
    }

    /**
     * A way to reach a person; refused with {@code person.contact} when it says nothing.
     *
     * @param kind {@code mail}, {@code phone} or {@code post}
     * @param label whose or where, in a word; may be empty
     * @param voicemailSafe whether a message may be left; only for a telephone
     */
    Contact(UUID personId, String kind, String label, String value, boolean safe, boolean voicemailSafe) {
        super(Ids.next());
        String words = value == null ? "" : value.strip();
        if (words.isEmpty() || words.length() > LONGEST || !KINDS.contains(kind)) {
            throw new BusinessRuleViolation("person.contact");
        }
        this.personId = personId;
        this.kind = kind;
        this.label = label == null ? "" : label.strip();
        this.value = words;
        this.safe = safe;
        this.voicemailSafe = "phone".equals(kind) && safe && voicemailSafe;
    }

    public UUID getPersonId() {
        return personId;
    }

    public String getKind() {
        return kind;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }

    public boolean isSafe() {
        return safe;
    }

    public boolean isVoicemailSafe() {
        return voicemailSafe;
    }
}
