package app.entente.web.receipt;

import app.entente.kernel.NotFound;
import app.entente.receipt.ReceiptFile;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Gives a client the receipts of a year in one file, one after the other as they are read: a long year takes no more memory than a short one. */
@ApplicationScoped
public class YearDownload implements Download {

    @Inject
    private Receipts receipts;

    @Override
    public String kind() {
        return "year";
    }

    @Override
    public Content forPractice(UUID id) {
        throw new NotFound();
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }

    @Override
    public Stream forClient(int year) {
        List<UUID> all = receipts.myYear(year);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        return new Stream("recus-" + year + ".zip", "application/zip", out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (UUID id : all) {
                ReceiptFile file = receipts.myFile(id);
                zip.putNextEntry(new ZipEntry(file.name()));
                zip.write(file.bytes());
                zip.closeEntry();
            }
            zip.finish();
        });
    }
}
