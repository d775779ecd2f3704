package app.entente.web.file;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.FilePage;
import app.entente.file.FileRow;
import app.entente.file.FileSearch;
import app.entente.file.Files;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The client files: narrowed by words, state, step and kind, sorted and paged, all of it in the address. */
@Named
@RequestScoped
public class FileList {

    @Inject
    private Files files;
    @Inject
    private Catalogue catalogue;
    @Inject
    @Param
    private String q;
    @Inject
    @Param
    private String status;
    @Inject
    @Param
    private String step;
    @Inject
    @Param
    private String kind;
    @Inject
    @Param
    private String sort;
    @Inject
    @Param
    private String down;
    @Inject
    @Param
    private Integer page;
    private FilePage found;
    private List<FileRow> recent;
    private List<ProcessStep> steps;
    private Map<String, ProcessStep> byCode;

    @PostConstruct
    void load() {
        found = files.search(new FileSearch(q, status, step, kind, sort, "yes".equals(down), page == null ? 0 : page));
        recent = files.recent();
        steps = catalogue.steps();
        byCode = steps.stream().collect(Collectors.toMap(ProcessStep::getCode, s -> s));
    }

    public FilePage getFound() {
        return found;
    }

    public List<FileRow> getRows() {
        return found.rows();
    }

    /** The files the signed-in person had open last. */
    public List<FileRow> getRecent() {
        return recent;
    }

    public List<ProcessStep> getSteps() {
        return steps;
    }

    /** The step a file is at; null when the practice shows it no more. */
    public ProcessStep stepOf(FileRow row) {
        return byCode.get(row.step());
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
}
