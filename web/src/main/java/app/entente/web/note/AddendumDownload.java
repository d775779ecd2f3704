package app.entente.web.note;

import app.entente.kernel.NotFound;
import app.entente.note.Entries;
import app.entente.note.EntryFile;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives the sealed documents of addenda to download; to the practice alone. */
@ApplicationScoped
public class AddendumDownload implements Download {

    @Inject
    private Entries entries;

    @Override
    public String kind() {
        return "addendum";
    }

    @Override
    public Content forPractice(UUID id) {
        EntryFile file = entries.addendumFile(id);
        return new Content(file.name(), "application/pdf", file.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
