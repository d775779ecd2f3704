package app.entente.web.file;

import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.file.Payer;
import app.entente.file.PayerDetails;
import app.entente.file.Payers;
import app.entente.kernel.Ids;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Adds somebody who pays for a file, or corrects what is written about them: {@code file} or {@code id} in the address says which. */
@Named
@RequestScoped
public class FilePayer {

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
    private HttpServletRequest request;
    private Payer known;
    private int version;
    private PayerDetails details;
    private ClientFile file;
    private List<ParticipantRow> people;
    private String payer;
    private String insured;
    private LocalDate since;

    @PostConstruct
    void load() {
        since = LocalDate.now(clock.withZone(here.getZone()));
        String id = Asked.text(request, "id");
        known = id.isEmpty() ? null : payers.find(Ids.parse(id));
        version = known == null ? 0 : Asked.number(request, "version", known.getVersion(), Integer.MAX_VALUE);
        details = known == null ? new PayerDetails() : known.details();
        file = files.find(known == null ? Ids.parse(request.getParameter("file")) : known.getFileId());
        people = participants.ofFile(file.getId()).stream().filter(ParticipantRow::active).toList();
    }

    /** Adds or corrects the payer. */
    public String save() {
        if (known != null) {
            payers.correct(known.getId(), details, version);
        } else {
            add();
        }
        return "/file/show?faces-redirect=true&id=" + file.getId() + "&tab=people";
    }

    private void add() {
        payers.add(file.getId(), blank(payer) ? null : Ids.parse(payer), blank(insured) ? null : Ids.parse(insured), details, since);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The payer to be corrected; null when one is added. */
    public Payer getKnown() {
        return known;
    }

    /** What the form was made from. */
    public int getVersion() {
        return version;
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
