package app.entente.web.portal;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A client's first page: what awaits them, their documents, whom to call. */
@Named
@RequestScoped
public class PortalHome {

    @Inject
    private Agreements agreementsOf;
    @Inject
    private People people;
    @Inject
    private Practices practices;
    @Inject
    private Meetings meetings;
    private List<AgreementRow> agreements;
    private Person me;
    private Practice practice;
    private MeetingRow next;

    @PostConstruct
    void load() {
        agreements = agreementsOf.mine();
        me = people.myself();
        practice = practices.profile();
        next = meetings.myNext();
    }

    /** Agreements to read and sign. */
    public List<AgreementRow> getAwaiting() {
        return agreements.stream().filter(AgreementRow::awaitsClient).toList();
    }

    /** Agreements in force. */
    public List<AgreementRow> getSigned() {
        return agreements.stream().filter(a -> "active".equals(a.status())).toList();
    }

    public List<AgreementRow> getAgreements() {
        return agreements;
    }

    public Person getMe() {
        return me;
    }

    /** The next meeting; null when none is planned. */
    public MeetingRow getNext() {
        return next;
    }

    public Practice getPractice() {
        return practice;
    }
}
