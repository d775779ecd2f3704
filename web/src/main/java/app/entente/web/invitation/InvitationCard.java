package app.entente.web.invitation;

import app.entente.invitation.InvitationState;
import app.entente.invitation.InvitationView;
import app.entente.invitation.Invitations;
import app.entente.invitation.SecondFact;
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
import java.util.UUID;

/**
 * The part of a page that invites somebody: {@code WEB-INF/includes/invitation.xhtml} with the parameters {@code person}, whom it is about, and
 * {@code back}, where it goes on.
 */
@Named
@RequestScoped
public class InvitationCard {

    @Inject
    private Invitations invitations;
    @Inject
    private Messages messages;
    @Inject
    private Fmt fmt;

    private final Map<UUID, InvitationView> views = new HashMap<>();
    private String factKind;
    private String word;

    /** Where the invitation of a person is. */
    public InvitationView of(Person person) {
        return views.computeIfAbsent(person.getId(), invitations::state);
    }

    /** The word for it. */
    public String label(Person person) {
        return messages.get("invitation.card." + of(person).state().name().toLowerCase(Locale.ROOT));
    }

    /** What it means and what to do. */
    public String text(Person person) {
        InvitationView view = of(person);
        String when = view.since() == null ? "" : fmt.dateTime(view.since());
        String until = view.expiresAt() == null ? "" : fmt.date(fmt.localDay(view.expiresAt()));
        return messages.fill("invitation.card." + view.state().name().toLowerCase(Locale.ROOT) + ".text",
            view.email() == null ? "" : view.email(), when, until);
    }

    /** Colour that goes with the word. */
    public String kind(Person person) {
        return switch (of(person).state()) {
            case ACCEPTED -> "ok";
            case QUEUED, SENT, CONFIRMED -> "waiting";
            case UNDELIVERED, DELAYED, STUCK, EXPIRED, EXHAUSTED -> "attention";
            default -> "";
        };
    }

    /** Whether the form for a first, or another, invitation is shown. */
    public boolean isFirst(Person person) {
        return of(person).state() == InvitationState.NONE || of(person).state() == InvitationState.REVOKED;
    }

    /** Whether a safe address is known; without one there is nothing to send to. */
    public boolean isReachable(Person person) {
        return address(person) != null && !address(person).isBlank();
    }

    /** Where the mail goes. */
    public String address(Person person) {
        return person.getSafeEmail();
    }

    /** Whether the birth date can be asked for. */
    public boolean isDated(Person person) {
        return person.getDetails().getBirthDate() != null;
    }

    /** Sends the first link. */
    public String invite(Person person, String back) {
        invitations.invite(person.getId(), factKind == null ? SecondFact.WORD : factKind, word);
        return said("invitation.card.invited", back);
    }

    /** Sends another link. */
    public String sendAgain(Person person, String back) {
        invitations.sendAgain(person.getId());
        return said("invitation.card.invited", back);
    }

    /** Takes the link or the access back. */
    public String revoke(Person person, String back) {
        invitations.revoke(person.getId());
        return said("invitation.card.taken_back", back);
    }

    /** Has the account asked for once more. */
    public String retry(Person person, String back) {
        invitations.retry(person.getId());
        return said("invitation.card.retried", back);
    }

    private String said(String key, String back) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get(key), null));
        return back;
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
