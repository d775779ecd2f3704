package app.entente.web.member;

import app.entente.member.Opening;
import app.entente.member.Openings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who sees what: a line for each thing that is done here, a column for each role. */
@Named
@RequestScoped
public class MemberOpenings {

    @Inject
    private Openings openings;
    private List<Opening> rows;

    @PostConstruct
    void read() {
        rows = openings.table();
    }

    public List<Opening> getRows() {
        return rows;
    }

    public List<String> getRoles() {
        return Openings.ROLES;
    }
}
