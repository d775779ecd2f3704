package app.entente.note;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Something written in a file: a draft, then signed for good. */
@Entity
public class Entry extends TenantRecord {

    /** A note about a service. */
    public static final String NOTE = "note";
    /** Still written on. */
    public static final String DRAFT = "draft";
    /** Final. */
    public static final String SIGNED = "signed";

    private static final Duration IN_TIME = Duration.ofHours(24);

    @Column(name = "file_id")
    private UUID fileId;
    private String kind;
    @Column(name = "meeting_id")
    private UUID meetingId;
    private String status;
    private String language;
    @Column(name = "author_id")
    private UUID authorId;
    @Column(name = "author_name")
    private String authorName;
    private String content;
    private int revision;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "saved_at")
    private Instant savedAt;
    @Column(name = "service_at")
    private Instant serviceAt;
    private Integer minutes;
    private String mode;
    private Integer ordinal;
    private String title;
    private String document;
    @Column(name = "late_reason")
    private String lateReason;
    @Column(name = "signed_at")
    private Instant signedAt;
    @Column(name = "sealed_id")
    private UUID sealedId;

    protected Entry() {
    }

    Entry(UUID fileId, String kind, UUID meetingId, String language, Author author, EntryContent content, Instant now) {
        super(Ids.next());
        this.fileId = fileId;
        this.kind = kind;
        this.meetingId = meetingId;
        this.status = DRAFT;
        this.language = language;
        this.authorId = author.id();
        this.authorName = author.name();
        this.content = content.json();
        this.begunAt = now;
        this.savedAt = now;
    }

    /**
     * Who writes.
     *
     * @param id their account
     * @param name as it stands under what they sign
     */
    public record Author(UUID id, String name) {
    }

    /** Writes the next revision. */
    void write(EntryContent written, Instant now) {
        if (isSigned()) {
            throw new IllegalStateException("a signed entry does not change");
        }
        content = written.json();
        revision++;
        savedAt = now;
    }

    /** Notes which service it is about; the length is null when there was none (rule 9). */
    void about(Instant at, Integer length, String way) {
        serviceAt = at;
        minutes = length;
        mode = way;
    }

    /** Makes it final with the frozen words of its document. */
    void sign(String words, String frozen, int number, String reason, Instant now) {
        if (isSigned()) {
            throw new IllegalStateException("an entry is signed once");
        }
        status = SIGNED;
        title = words;
        document = frozen;
        ordinal = number;
        lateReason = reason;
        signedAt = now;
    }

    /** Notes that the document is sealed; once. */
    void seal(UUID sealed) {
        if (sealedId != null || !isSigned()) {
            throw new IllegalStateException("a signed entry is sealed once");
        }
        sealedId = sealed;
    }

    /** Whether it is entered more than 24 hours after the end of the service (rule 6). */
    public boolean isLate(Instant now) {
        if (serviceAt == null || !NOTE.equals(kind)) {
            return false;
        }
        Instant entered = signedAt == null ? now : signedAt;
        return entered.isAfter(serviceAt.plus(Duration.ofMinutes(minutes == null ? 0 : minutes)).plus(IN_TIME));
    }

    public boolean isSigned() {
        return SIGNED.equals(status);
    }

    public UUID getFileId() {
        return fileId;
    }

    /** {@code note}, {@code assessment} or {@code closing}. */
    public String getKind() {
        return kind;
    }

    /** The meeting it is about; null when there is none. */
    public UUID getMeetingId() {
        return meetingId;
    }

    public String getLanguage() {
        return language;
    }

    /** The account of who writes it. */
    public UUID getAuthorId() {
        return authorId;
    }

    public String getAuthorName() {
        return authorName;
    }

    public EntryContent getContent() {
        return EntryContent.of(content);
    }

    /** Number of the latest save. */
    public int getRevision() {
        return revision;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    public Instant getSavedAt() {
        return savedAt;
    }

    /** When the service was; null when it is not said yet, or there is none. */
    public Instant getServiceAt() {
        return serviceAt;
    }

    /** Length of the service; null when there was none. */
    public Integer getMinutes() {
        return minutes;
    }

    public String getMode() {
        return mode;
    }

    /** Which one of its kind in the file; null in a draft. */
    public Integer getOrdinal() {
        return ordinal;
    }

    /** The title of the signed document; null in a draft. */
    public String getTitle() {
        return title;
    }

    /** The frozen words of the document; null in a draft. */
    String document() {
        return document;
    }

    /** Why it was entered late; null when it was not. */
    public String getLateReason() {
        return lateReason;
    }

    public Instant getSignedAt() {
        return signedAt;
    }

    /** The sealed document; null until it is there. */
    public UUID getSealedId() {
        return sealedId;
    }
}
