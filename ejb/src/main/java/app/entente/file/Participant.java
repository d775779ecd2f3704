package app.entente.file;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;

/** A person's part in a file. */
@Entity
public class Participant extends TenantRecord {

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "person_id")
    private UUID personId;
    private String capacity;
    private LocalDate since;
    private LocalDate until;

    protected Participant() {
    }

    public Participant(UUID fileId, UUID personId, String capacity, LocalDate today) {
        super(Ids.next());
        this.fileId = fileId;
        this.personId = personId;
        this.capacity = capacity;
        this.since = today;
    }

    public UUID getPersonId() {
        return personId;
    }
}
