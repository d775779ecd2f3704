package app.entente.file;

import app.entente.kernel.BusinessRuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Whose words something is, whether they were said together or alone, and on which shelf they lie. What is not said to be shared is not. */
@Embeddable
public class Disclosure implements Serializable {

    /** Said with everybody of the file there. */
    public static final String JOINT = "joint";
    /** Said by one person alone. */
    public static final String INDIVIDUAL = "individual";
    /** The client reads it. */
    public static final String SHARED = "shared";
    /** In the record; the client may ask for it. */
    public static final String RECORD = "record";
    /** The practitioner's own working notes. */
    public static final String PERSONAL = "personal";

    private static final long serialVersionUID = 1L;
    private static final Set<String> SHELVES = Set.of(SHARED, RECORD, PERSONAL);

    @Column(name = "source_person_id")
    private UUID source;
    private String context;
    private String shelf;

    protected Disclosure() {
    }

    /**
     * Words with their source; refused with {@code file.statement_source} when they were said alone and nobody is named, with
     * {@code file.shelf} on an unknown shelf.
     *
     * @param source who said it; null when the practitioner observed it with everybody there
     */
    public Disclosure(UUID source, String context, String shelf) {
        if (!JOINT.equals(context) && (!INDIVIDUAL.equals(context) || source == null)) {
            throw new BusinessRuleViolation("file.statement_source");
        }
        if (!SHELVES.contains(shelf)) {
            throw new BusinessRuleViolation("file.shelf");
        }
        this.source = source;
        this.context = context;
        this.shelf = shelf;
    }

    /** The same words on another shelf; refused as the constructor says. */
    Disclosure on(String other) {
        return new Disclosure(source, context, other);
    }

    public UUID getSource() {
        return source;
    }

    public String getContext() {
        return context;
    }

    public String getShelf() {
        return shelf;
    }

    public boolean isJoint() {
        return JOINT.equals(context);
    }

    public boolean isShared() {
        return SHARED.equals(shelf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disclosure that && Objects.equals(source, that.source) && Objects.equals(context, that.context)
            && Objects.equals(shelf, that.shelf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, context, shelf);
    }
}
