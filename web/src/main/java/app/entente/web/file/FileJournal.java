package app.entente.web.file;

import app.entente.kernel.TimelineEntry;
import app.entente.web.frame.Asked;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The journal of a file, a page at a time, of all kinds of things or of one. */
@Named
@RequestScoped
public class FileJournal {

    private static final int PAGE = 40;

    @Inject
    private FileShow shown;
    @Inject
    private HttpServletRequest request;
    private String kind;
    private int page;

    @PostConstruct
    void load() {
        kind = request.getParameter("kind");
        page = Asked.number(request, "page", 0, Integer.MAX_VALUE);
    }

    /** Kinds of things there are in the timeline. */
    public List<String> getKinds() {
        return shown.getTold().stream().map(TimelineEntry::kind).distinct().sorted().toList();
    }

    public String getKind() {
        return kind == null ? "" : kind;
    }

    /** A page of the timeline, of the chosen kind. */
    public List<TimelineEntry> getTold() {
        return chosen().stream().skip((long) getPage() * PAGE).limit(PAGE).toList();
    }

    public int getPage() {
        return page;
    }

    public boolean isMore() {
        return (long) (getPage() + 1) * PAGE < chosen().size();
    }

    private List<TimelineEntry> chosen() {
        return getKind().isEmpty() ? shown.getTold() : shown.getTold().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }
}
