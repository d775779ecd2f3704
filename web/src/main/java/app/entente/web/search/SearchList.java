package app.entente.web.search;

import app.entente.search.Found;
import app.entente.search.Results;
import app.entente.search.Searches;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What was found; the question is in the address. */
@Named
@RequestScoped
public class SearchList {

    @Inject
    private Searches searches;
    @Inject
    private Here here;
    @Inject
    private Me me;
    @Inject
    private HttpServletRequest request;
    private String words;
    private Results results;

    /** Things of one kind. */
    public record Group(String code, List<Found> found) {
    }

    @PostConstruct
    void load() {
        String asked = request.getParameter("q");
        words = asked == null ? "" : asked.strip().substring(0, Math.min(Searches.LONGEST, asked.strip().length()));
        results = me.isPractitioner() ? searches.all(words, here.getLanguage()) : searches.ofDesk(words, here.getLanguage());
    }

    public String getWords() {
        return words;
    }

    /** How much was found. */
    public int getCount() {
        return results.count();
    }

    /** The groups in which something was found. */
    public List<Group> getGroups() {
        return List.of(new Group("people", results.people()), new Group("writings", results.writings()), new Group("meetings", results.meetings()),
            new Group("documents", results.documents()), new Group("receipts", results.receipts())).stream().filter(group -> !group.found().isEmpty()).toList();
    }

    /** Where something found is read, within the place. */
    public String address(Found found) {
        if ("earlier".equals(found.kind())) {
            return "/file/show?id=" + found.id() + "&tab=receipts";
        }
        String page = switch (found.kind()) {
            case "person" -> "/file/show";
            case "meeting" -> "/meeting/show";
            case "receipt" -> "/receipt/show";
            case "agreement" -> "/agreement/show";
            default -> "/note/show";
        };
        return page + "?id=" + found.id();
    }
}
