package app.entente.web.file;

import app.entente.file.FileRoleRow;
import app.entente.file.FileRoles;
import app.entente.file.GuardianConsent;
import app.entente.file.Participants;
import app.entente.file.Payer;
import app.entente.file.Payers;
import app.entente.kernel.Ids;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The tab of a file with who takes part, who pays and who has which role. */
@Named
@RequestScoped
public class FilePeople {

    @Inject
    private Participants participants;
    @Inject
    private Payers payersOf;
    @Inject
    private FileRoles rolesOf;
    @Inject
    private Here here;
    @Inject
    private Me me;
    @Inject
    private Clock clock;
    @Inject
    @Param
    private String id;
    private UUID file;
    private List<Payer> payers;
    private List<FileRoleRow> roles;
    private Map<UUID, GuardianConsent> consents;
    private String person;
    private String role;
    private String capacity;

    @PostConstruct
    void load() {
        file = Ids.parse(id);
        payers = payersOf.ofFile(file);
        roles = rolesOf.ofFile(file);
        consents = !me.isPractitioner() ? Map.of() : participants.consents(file).stream().collect(Collectors.toMap(GuardianConsent::getPersonId, c -> c));
    }

    /** Gives a role. */
    public String give() {
        rolesOf.give(file, Ids.parse(person), role, capacity);
        return again();
    }

    /** Ends a role. */
    public String endRole(UUID given) {
        rolesOf.end(given);
        return again();
    }

    /** The payer pays no more after today. */
    public String endPayer(UUID payer) {
        payersOf.end(payer, LocalDate.now(clock.withZone(here.getZone())));
        return again();
    }

    private String again() {
        return "/file/show?faces-redirect=true&id=" + file + "&tab=people";
    }

    public List<Payer> getPayers() {
        return payers;
    }

    public List<FileRoleRow> getRoles() {
        return roles;
    }

    /** What each holder of parental authority has said, by person. */
    public Map<UUID, GuardianConsent> getConsents() {
        return consents;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = capacity;
    }
}
