package app.entente.web.operator;

import app.entente.platform.Listed;
import app.entente.platform.RequestDesk;
import app.entente.platform.RequestRow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Requests for a workspace; without a word in the address, those that wait. */
@Named
@RequestScoped
public class OperatorRequests {

    @Inject
    private RequestDesk desk;
    @Inject
    @Param
    private String status;
    @Inject
    @Param
    private Integer page;
    private Listed<RequestRow> list;

    @PostConstruct
    void read() {
        status = status == null ? "received" : status;
        list = desk.page("all".equals(status) ? "" : status, page == null ? 1 : page);
    }

    public String getStatus() {
        return status;
    }

    public Listed<RequestRow> getList() {
        return list;
    }
}
