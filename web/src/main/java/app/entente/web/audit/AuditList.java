package app.entente.web.audit;

import app.entente.audit.ChainVerdict;
import app.entente.audit.AnchorVerdict;
import app.entente.audit.AuditJournal;
import app.entente.audit.JournalFilter;
import app.entente.audit.JournalPage;
import app.entente.audit.JournalRow;
import app.entente.audit.Member;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal, newest first. What to show, and whether to check the chain, comes from the address. */
@Named
@RequestScoped
public class AuditList {

    private static final List<String> FEATURES =
        List.of("file", "person", "agreement", "signing", "meeting", "receipt", "note", "invitation", "service", "member", "support");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Inject
    private AuditJournal journal;
    @Inject
    private Messages messages;
    @Inject
    private HttpServletRequest request;
    private JournalFilter filter;
    private JournalPage page;
    private List<Member> members;
    private ChainVerdict verdict;
    private AnchorVerdict anchors;

    @PostConstruct
    void load() {
        String feature = text("about");
        String before = text("before");
        filter = new JournalFilter(day("from"), day("until"), FEATURES.contains(feature) ? feature : null, id("by"), id("file"),
            NUMBER.matcher(before).matches() ? Long.valueOf(before) : null);
        page = journal.page(filter);
        members = journal.members();
        verdict = text("check").isEmpty() ? null : journal.check();
        anchors = text("check").isEmpty() ? null : journal.anchored();
    }

    /** Who did it, in words. */
    public String who(JournalRow row) {
        if (row.mine()) {
            return messages.get("audit.actor.you");
        }
        return switch (row.role()) {
            case "client" -> messages.of("audit.actor.client", row.actor());
            case "support" -> messages.of("audit.actor.support", row.actor());
            case "visitor", "system" -> messages.get("audit.actor." + row.role());
            default -> row.actor();
        };
    }

    /** The address of this page with this filter and another beginning: a number, or nothing for the newest. */
    public String from(Long before) {
        return query(before == null ? "" : before.toString(), "");
    }

    /** The address of this page with this filter that also checks the chain. */
    public String getChecked() {
        return query(filter.before() == null ? "" : filter.before().toString(), "yes");
    }

    private String query(String before, String check) {
        return Stream.of("from=" + text("from"), "until=" + text("until"), "about=" + text("about"), "by=" + text("by"), "file=" + text("file"),
                "before=" + before, "check=" + check)
            .filter(part -> !part.endsWith("="))
            .map(part -> part.substring(0, part.indexOf('=') + 1) + URLEncoder.encode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
    }

    public JournalPage getPage() {
        return page;
    }

    public JournalFilter getFilter() {
        return filter;
    }

    /** First day, yyyy-MM-dd, or nothing. */
    public String getFirst() {
        return filter.from() == null ? "" : filter.from().toString();
    }

    /** Last day, yyyy-MM-dd, or nothing. */
    public String getLast() {
        return filter.until() == null ? "" : filter.until().toString();
    }

    /** The reference of the file that is asked for, as its first row says it; nothing when all files are. */
    public String getFileReference() {
        return filter.file() == null || page.rows().isEmpty() ? "" : page.rows().get(0).reference();
    }

    public List<String> getFeatures() {
        return FEATURES;
    }

    public List<Member> getMembers() {
        return members;
    }

    /** What the check has found; null when none was asked for. */
    public ChainVerdict getVerdict() {
        return verdict;
    }

    /** What comparing with the prints outside the database has found; null when none was asked for. */
    public AnchorVerdict getAnchors() {
        return anchors;
    }

    public boolean isFiltered() {
        return filter.from() != null || filter.until() != null || filter.feature() != null || filter.actor() != null || filter.file() != null
            || filter.before() != null;
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** An identifier in an address; what is none filters nothing. */
    private UUID id(String name) {
        try {
            return text(name).isEmpty() ? null : UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
