package app.entente.web.payment;

import app.entente.kernel.NotFound;
import app.entente.payment.ExportFile;
import app.entente.payment.Exports;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Gives the exports for accountants that are made, piece after piece as they are read. */
@ApplicationScoped
public class ExportDownload implements Download {

    @Inject
    private Exports source;

    @Override
    public String kind() {
        return "export";
    }

    @Override
    public Optional<Stream> longForPractice(UUID id) {
        ExportFile file = source.file(id);
        return Optional.of(new Stream(file.name(), file.mediaType(), out -> {
            for (int position : file.pieces()) {
                out.write(source.piece(id, position));
            }
        }));
    }

    @Override
    public Content forPractice(UUID id) {
        throw new NotFound();
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
