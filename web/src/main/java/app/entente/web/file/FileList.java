package app.entente.web.file;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.FilePage;
import app.entente.file.FileRow;
import app.entente.file.FileSearch;
import app.entente.file.Files;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The client files: narrowed by words, state, step and kind, sorted and paged, all of it in the address. */
@Named
@RequestScoped
public class FileList {

    @Inject
    private Files files;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Here here;
    @Inject
    private Fmt fmt;
    @Inject
    private Messages messages;
    @Inject
    private HttpServletRequest request;
    private FilePage found;
    private List<Line> rows;
    private List<FileRow> recent;
    private List<ProcessStep> steps;

    @PostConstruct
    void load() {
        found = files.search(new FileSearch(request.getParameter("q"), request.getParameter("status"), request.getParameter("step"), request.getParameter("kind"),
            request.getParameter("sort"), "yes".equals(request.getParameter("down")), Asked.number(request, "page", 0, Integer.MAX_VALUE)));
        recent = files.recent();
        steps = catalogue.steps();
        Map<String, String> titles = steps.stream().collect(Collectors.toMap(ProcessStep::getCode, step -> fmt.text(step.getTitle())));
        rows = found.rows().stream().map(row -> line(row, titles)).toList();
    }

    private Line line(FileRow row, Map<String, String> titles) {
        boolean open = "open".equals(row.status());
        return new Line(here.getPath() + "/file/show?id=" + row.id(), row.name(), row.others() > 0 ? messages.of("file.list.others", row.others()) : "", row.reference(),
            open ? titles.getOrDefault(row.step(), "") : "", fmt.date(row.openedOn()), fmt.date(row.lastServiceOn()), row.status(),
            open ? "ok" : "due_for_review".equals(row.status()) ? "attention" : "muted");
    }

    public FilePage getFound() {
        return found;
    }

    public List<Line> getRows() {
        return rows;
    }

    /** The files the signed-in person had open last. */
    public List<FileRow> getRecent() {
        return recent;
    }

    public List<ProcessStep> getSteps() {
        return steps;
    }

    public boolean isNarrowed() {
        return found.search().narrowed();
    }

    /** Whether there is any file at all to look for. */
    public boolean isAny() {
        return isNarrowed() || found.count() > 0;
    }

    /** The address sorted by a column, the other way round when it is sorted by it already. */
    public String sorted(String column) {
        boolean turned = column.equals(found.search().sort()) && !found.search().down();
        return address(column, turned, 0);
    }

    /** Which way a column is sorted, as a browser tells it. */
    public String order(String column) {
        return !column.equals(found.search().sort()) ? "none" : found.search().down() ? "descending" : "ascending";
    }

    /** The address of another part of the list. */
    public String paged(int by) {
        return address(found.search().sort(), found.search().down(), found.search().page() + by);
    }

    private String address(String column, boolean turned, int number) {
        FileSearch search = found.search();
        return "?q=" + encoded(search.words()) + "&status=" + encoded(search.status()) + "&step=" + encoded(search.step()) + "&kind=" + encoded(search.kind())
            + "&sort=" + encoded(column) + (turned ? "&down=yes" : "") + (number > 0 ? "&page=" + number : "");
    }

    private static String encoded(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * A file as its row shows it. What fifty rows repeat is written here once for each, and not asked of the page's expressions.
     *
     * @param others who else it is for, in words; empty when nobody
     * @param step title of the step it is at; empty when it is closed or the practice shows that step no more
     * @param served the day of the last meeting held; empty when there was none
     * @param mark how its state is marked: ok, attention or muted
     */
    public record Line(String href, String name, String others, String reference, String step, String opened, String served, String status, String mark) {
    }
}
