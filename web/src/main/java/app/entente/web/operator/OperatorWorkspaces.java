package app.entente.web.operator;

import app.entente.platform.Listed;
import app.entente.platform.Operating;
import app.entente.platform.PlanRow;
import app.entente.platform.Plans;
import app.entente.platform.RequestDesk;
import app.entente.platform.WorkspaceQuery;
import app.entente.platform.WorkspaceRow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The operator's list of workspaces; the address says which, in which order, which page. */
@Named
@RequestScoped
public class OperatorWorkspaces {

    @Inject
    private Operating operating;
    @Inject
    private Plans plans;
    @Inject
    private RequestDesk desk;
    @Inject
    @Param
    private String q;
    @Inject
    @Param
    private String status;
    @Inject
    @Param
    private String plan;
    @Inject
    @Param
    private String sort;
    @Inject
    @Param
    private Integer page;
    private WorkspaceQuery query;
    private Listed<WorkspaceRow> list;
    private List<PlanRow> offered;
    private long waiting;

    @PostConstruct
    void read() {
        query = new WorkspaceQuery(q, status, plan, sort, page == null ? 1 : page);
        list = operating.page(query);
        offered = plans.all();
        waiting = desk.waiting();
    }

    public WorkspaceQuery getQuery() {
        return query;
    }

    public Listed<WorkspaceRow> getList() {
        return list;
    }

    public List<PlanRow> getOffered() {
        return offered;
    }

    /** Requests that wait for a decision. */
    public long getWaiting() {
        return waiting;
    }

    /** Whether only some are asked for. */
    public boolean isFiltered() {
        return !query.words().isEmpty() || !query.status().isEmpty() || !query.plan().isEmpty();
    }

    /** The address of this list in another order. */
    public String sorted(String by) {
        return "/operator/workspaces?" + filter() + "sort=" + by;
    }

    /** The address of another page of this list. */
    public String at(int number) {
        return "/operator/workspaces?" + filter() + "sort=" + encoded(query.sort()) + "&page=" + number;
    }

    private String filter() {
        return "q=" + encoded(query.words()) + "&status=" + encoded(query.status()) + "&plan=" + encoded(query.plan()) + "&";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
