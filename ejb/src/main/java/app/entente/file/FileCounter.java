package app.entente.file;

import app.entente.tenant.TenantRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The last file number of a year. The row is locked while a number is given. */
@Entity
@Table(name = "file_counter")
class FileCounter extends TenantRecord {

    private int year;
    private int last;

    protected FileCounter() {
    }

    String next() {
        last++;
        return "%d-%03d".formatted(year, last);
    }
}
