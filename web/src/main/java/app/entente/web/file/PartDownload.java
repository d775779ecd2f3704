package app.entente.web.file;

import app.entente.file.Parts;
import app.entente.kernel.NotFound;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives the practice the part of one participant, to hand it over. */
@ApplicationScoped
public class PartDownload implements Download {

    @Inject
    private Parts parts;

    @Override
    public String kind() {
        return "part";
    }

    @Override
    public Content forPractice(UUID id) {
        Parts.Part part = parts.export(id);
        return new Content(part.name(), "application/pdf", part.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
