package app.entente.seed;

import app.entente.practice.LawText;
import app.entente.practice.Laws;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;

/** Brings the dated rules of each place that this release knows into the database at its start; what is there stays as it is. */
@Singleton
@Startup
public class LawPacks {

    /** The places whose rules are written down. */
    static final List<String> PLACES = List.of("CA-QC", "FR");
    private static final Logger LOG = Logger.getLogger(LawPacks.class.getName());

    @Inject
    private Laws laws;

    @PostConstruct
    void start() {
        int added = laws.enact(all());
        if (added > 0) {
            LOG.info(() -> added + " dated rules are new");
        }
    }

    /** Every rule of every place. */
    static List<LawText> all() {
        return PLACES.stream().flatMap(place -> Seed.laws(place).stream()).toList();
    }
}
