package app.entente.web.file;

import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.file.GuardianConsent;
import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.kernel.Ids;
import app.entente.person.AddressChange;
import app.entente.person.Contact;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** Somebody in a file: added ({@code file=…}), or shown with what may be changed ({@code id=…}). */
@Named
@RequestScoped
public class FilePerson {

    @Inject
    private Files files;
    @Inject
    private Participants participants;
    @Inject
    private People people;
    @Inject
    private Here here;
    @Inject
    @Param
    private String id;
    @Inject
    @Param(name = "file")
    private String of;
    @Inject
    @Param
    private Integer version;
    private ClientFile file;
    private ParticipantRow row;
    private Person person;
    private PersonDetails details;
    private List<Contact> contacts;
    private List<AddressChange> changes;
    private GuardianConsent consent;
    private int shown;
    private String capacity;
    private String sees;
    private LocalDate day;
    private String answer;
    private String attestation;
    private String contactKind = "phone";
    private String contactLabel;
    private String contactValue;
    private boolean contactSafe = true;
    private boolean voicemailSafe;

    @PostConstruct
    void load() {
        if (id == null) {
            file = files.find(Ids.parse(of));
            details = new PersonDetails();
            details.setLanguage(here.workspace().getLanguage());
            capacity = file.isForSeveral() ? "client" : ClientFile.MINOR.equals(file.getKind()) ? "parent" : "relative";
            return;
        }
        UUID participant = Ids.parse(id);
        row = participants.row(participant);
        file = files.find(participants.fileOf(participant));
        person = people.find(row.personId());
        details = person.getDetails();
        shown = version == null ? person.getVersion() : version;
        contacts = people.contacts(person.getId());
        changes = people.changes(person.getId());
        sees = row.sees();
        if (row.parent()) {
            consent = participants.consents(file.getId()).stream().filter(c -> c.getPersonId().equals(row.personId())).findFirst().orElse(null);
            answer = consent == null ? "asked" : consent.getState();
            attestation = consent == null ? "" : consent.getAttestation();
            day = consent == null ? null : consent.getDecidedOn();
        }
    }

    /** Adds somebody new. */
    public String add() {
        participants.add(file.getId(), details, capacity, sees);
        return back();
    }

    /** Replaces what is written about the person. */
    public String save() {
        people.correct(row.personId(), details, shown);
        return back();
    }

    /** Says what they see in their own space. */
    public String show() {
        participants.show(row.id(), sees);
        return again();
    }

    /** Notes a guardian's answer and attestation. */
    public String note() {
        participants.consent(row.id(), answer, day);
        participants.attest(row.id(), attestation);
        return again();
    }

    /** Ends their part. */
    public String end() {
        participants.end(row.id(), day);
        return back();
    }

    /** Adds a way to reach them. */
    public String addContact() {
        people.addContact(row.personId(), contactKind, contactLabel, contactValue, contactSafe, voicemailSafe);
        return again();
    }

    /** Takes a way to reach them away. */
    public String removeContact(UUID contact) {
        people.removeContact(contact);
        return again();
    }

    private String back() {
        return "/file/show?faces-redirect=true&id=" + file.getId() + "&tab=people";
    }

    private String again() {
        return "/file/person?faces-redirect=true&id=" + row.id();
    }

    public ClientFile getFile() {
        return file;
    }

    /** The part that is shown; null while somebody is added. */
    /** Who it is; null for somebody new. */
    public Person getPerson() {
        return person;
    }

    public ParticipantRow getRow() {
        return row;
    }

    public PersonDetails getDetails() {
        return details;
    }

    public List<Contact> getContacts() {
        return contacts;
    }

    public List<AddressChange> getChanges() {
        return changes;
    }

    public int getVersion() {
        return shown;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = capacity;
    }

    public String getSees() {
        return sees;
    }

    public void setSees(String sees) {
        this.sees = sees;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public String getAttestation() {
        return attestation;
    }

    public void setAttestation(String attestation) {
        this.attestation = attestation;
    }

    public String getContactKind() {
        return contactKind;
    }

    public void setContactKind(String contactKind) {
        this.contactKind = contactKind;
    }

    public String getContactLabel() {
        return contactLabel;
    }

    public void setContactLabel(String contactLabel) {
        this.contactLabel = contactLabel;
    }

    public String getContactValue() {
        return contactValue;
    }

    public void setContactValue(String contactValue) {
        this.contactValue = contactValue;
    }

    public boolean isContactSafe() {
        return contactSafe;
    }

    public void setContactSafe(boolean contactSafe) {
        this.contactSafe = contactSafe;
    }

    public boolean isVoicemailSafe() {
        return voicemailSafe;
    }

    public void setVoicemailSafe(boolean voicemailSafe) {
        this.voicemailSafe = voicemailSafe;
    }
}
