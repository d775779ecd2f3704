package app.entente.web.file;

import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.file.PayerDetails;
import app.entente.file.Payers;
import app.entente.kernel.Ids;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Adds somebody who pays for a file. */
@Named
@RequestScoped
public class FilePayer {

    private final PayerDetails details = new PayerDetails();
    @Inject
    private Files files;
    @Inject
    private Participants participants;
    @Inject
    private Payers payers;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    @Param(name = "file")
    private String of;
    private ClientFile file;
    private List<ParticipantRow> people;
    private String payer;
    private String insured;
    private LocalDate since;

    @PostConstruct
    void load() {
        since = LocalDate.now(clock.withZone(here.getZone()));
        file = files.find(Ids.parse(of));
        people = participants.ofFile(file.getId()).stream().filter(ParticipantRow::active).toList();
    }

    /** Adds the payer. */
    public String save() {
        payers.add(file.getId(), blank(payer) ? null : Ids.parse(payer), blank(insured) ? null : Ids.parse(insured), details, since);
        return "/file/show?faces-redirect=true&id=" + file.getId() + "&tab=people";
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    public ClientFile getFile() {
        return file;
    }

    public List<ParticipantRow> getPeople() {
        return people;
    }

    public PayerDetails getDetails() {
        return details;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }

    public String getInsured() {
        return insured;
    }

    public void setInsured(String insured) {
        this.insured = insured;
    }

    /** The first day on which they pay; today unless said otherwise. */
    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }
}
