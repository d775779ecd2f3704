package app.entente.web.invitation;

import app.entente.file.Files;
import app.entente.file.Participants;
import app.entente.invitation.InvitationState;
import app.entente.invitation.InvitationView;
import app.entente.invitation.Invitations;
import app.entente.invitation.SecondFact;
import app.entente.kernel.Ids;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The part of a page that invites somebody: {@code WEB-INF/includes/invitation.xhtml} with the parameter {@code file}, a file, for the client it is
 * called by, or {@code participant:} and the part of somebody else in it.
 */
@Named
@RequestScoped
public class InvitationCard {

    @Inject
    private Invitations invitations;
    @Inject
    private Files files;
    @Inject
    private Participants participants;
    @Inject
    private People peopleOf;
    @Inject
    private Messages messages;
    @Inject
    private Fmt fmt;

    private static final String PARTICIPANT = "participant:";

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, InvitationView> views = new HashMap<>();
    private String factKind;
    private String word;

    /** Where the invitation of a file's client is. */
    public InvitationView of(Object file) {
        return views.computeIfAbsent(String.valueOf(file), key -> invitations.state(person(key).getId()));
    }

    /** The word for it. */
    public String label(Object file) {
        return messages.get("invitation.card." + of(file).state().name().toLowerCase(Locale.ROOT));
    }

    /** What it means and what to do. */
    public String text(Object file) {
        InvitationView view = of(file);
        String when = view.since() == null ? "" : fmt.dateTime(view.since());
        String until = view.expiresAt() == null ? "" : fmt.date(fmt.localDay(view.expiresAt()));
        return messages.fill("invitation.card." + view.state().name().toLowerCase(Locale.ROOT) + ".text",
            view.email() == null ? "" : view.email(), when, until);
    }

    /** Colour that goes with the word. */
    public String kind(Object file) {
        return switch (of(file).state()) {
            case ACCEPTED -> "ok";
            case QUEUED, SENT, CONFIRMED -> "waiting";
            case UNDELIVERED, DELAYED, STUCK, EXPIRED, EXHAUSTED -> "attention";
            default -> "";
        };
    }

    /** Whether the form for a first, or another, invitation is shown. */
    public boolean isFirst(Object file) {
        return of(file).state() == InvitationState.NONE || of(file).state() == InvitationState.REVOKED;
    }

    /** Whether a safe address is known; without one there is nothing to send to. */
    public boolean isReachable(Object file) {
        String address = person(String.valueOf(file)).getSafeEmail();
        return address != null && !address.isBlank();
    }

    /** Where the mail goes. */
    public String address(Object file) {
        return person(String.valueOf(file)).getSafeEmail();
    }

    /** Whether the birth date can be asked for. */
    public boolean isDated(Object file) {
        return person(String.valueOf(file)).getDetails().getBirthDate() != null;
    }

    /** Sends the first link. */
    public String invite(Object file) {
        invitations.invite(person(String.valueOf(file)).getId(), factKind == null ? SecondFact.WORD : factKind, word);
        return said("invitation.card.invited", file);
    }

    /** Sends another link. */
    public String sendAgain(Object file) {
        invitations.sendAgain(person(String.valueOf(file)).getId());
        return said("invitation.card.invited", file);
    }

    /** Takes the link or the access back. */
    public String revoke(Object file) {
        invitations.revoke(person(String.valueOf(file)).getId());
        return said("invitation.card.taken_back", file);
    }

    /** Has the account asked for once more. */
    public String retry(Object file) {
        invitations.retry(person(String.valueOf(file)).getId());
        return said("invitation.card.retried", file);
    }

    private String said(String key, Object file) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get(key), null));
        String whom = String.valueOf(file);
        return whom.startsWith(PARTICIPANT) ? "/file/person?faces-redirect=true&id=" + Ids.parse(whom.substring(PARTICIPANT.length()))
            : "/file/show?faces-redirect=true&id=" + Ids.parse(whom);
    }

    private Person person(String key) {
        Person known = people.get(key);
        if (known == null) {
            known = key.startsWith(PARTICIPANT) ? peopleOf.find(participants.row(Ids.parse(key.substring(PARTICIPANT.length()))).personId())
                : files.client(Ids.parse(key));
            people.put(key, known);
        }
        return known;
    }

    public String getFactKind() {
        return factKind;
    }

    public void setFactKind(String factKind) {
        this.factKind = factKind;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }
}
