package app.entente.web.file;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.kernel.Ids;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.person.Person;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** A client's file: who, where on the path, what is agreed. */
@Named
@RequestScoped
public class FileShow {

    @Inject
    private Files files;
    @Inject
    private Agreements agreements;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Meetings meetingsOf;
    @Inject
    private Receipts receiptsOf;
    @Inject
    private Here here;
    @Inject
    private Me me;
    @Inject
    @Param
    private String id;
    private ClientFile file;
    private Person client;
    private List<AgreementRow> agreementRows;
    private List<ProcessStep> steps;
    private List<MeetingRow> meetings;
    private Map<UUID, ReceiptRow> receipts;

    @PostConstruct
    void load() {
        file = files.find(Ids.parse(id));
        client = files.client(file.getId());
        agreementRows = me.isPractitioner() ? agreements.ofFile(file.getId()) : List.of();
        steps = catalogue.steps();
        meetings = meetingsOf.ofFile(file.getId());
        receipts = receiptsOf.ofMeetings(meetings.stream().map(MeetingRow::id).toList());
    }

    /** Begins an agreement and shows its form. */
    public String prepareAgreement() {
        return "/agreement/prepare?faces-redirect=true&id=" + agreements.draft(file.getId());
    }

    public ClientFile getFile() {
        return file;
    }

    public Person getClient() {
        return client;
    }

    public List<AgreementRow> getAgreements() {
        return agreementRows;
    }

    public List<MeetingRow> getMeetings() {
        return meetings;
    }

    /** The receipt of each meeting that has one. */
    public Map<UUID, ReceiptRow> getReceipts() {
        return receipts;
    }

    public List<String> getStepTitles() {
        return steps.stream().map(s -> s.getTitle().in(here.getLanguage())).toList();
    }

    /** Where the path is, from 1. */
    public int getStep() {
        return 1 + steps.stream().map(ProcessStep::getCode).toList().indexOf(file.getStep());
    }
}
