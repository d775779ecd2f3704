package app.entente.web.portal;

import app.entente.audit.AuditJournal;
import app.entente.audit.Opening;
import app.entente.audit.OpeningsPage;
import app.entente.practice.Practices;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who opened the signed-in client's file, day by day, newest first; what the same person did several times in a day is one line. */
@Named
@RequestScoped
public class PortalOpenings {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    @Inject
    private AuditJournal journal;
    @Inject
    private Practices practices;
    @Inject
    private Messages messages;
    @Inject
    private Fmt fmt;
    @Inject
    private HttpServletRequest request;
    private OpeningsPage page;
    private String practitioner;
    private Long before;

    /** A day and what was done on it. */
    public record Day(LocalDate date, List<Line> lines) {
    }

    /** What one person did on one day, the last time and how often. */
    public record Line(Instant at, String who, String did, int times) {
    }

    @PostConstruct
    void load() {
        String text = request.getParameter("before");
        before = text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
        page = journal.mine(before);
        practitioner = practices.profile().getLegalName();
    }

    /** Newest day first. */
    public List<Day> getDays() {
        Map<LocalDate, Map<String, Line>> days = new LinkedHashMap<>();
        for (Opening row : page.rows()) {
            Line line = new Line(row.at(), who(row.role()), messages.get("portal.did." + row.kind()), 1);
            days.computeIfAbsent(fmt.localDay(row.at()), d -> new LinkedHashMap<>())
                .merge(line.who() + line.did(), line, (first, again) -> new Line(first.at(), first.who(), first.did(), first.times() + 1));
        }
        return days.entrySet().stream().map(day -> new Day(day.getKey(), new ArrayList<>(day.getValue().values()))).toList();
    }

    /** The number to ask before for what comes next; null when this was all. */
    public Long getOlder() {
        return page.older();
    }

    public boolean isLater() {
        return before != null;
    }

    private String who(String role) {
        return "practitioner".equals(role) ? practitioner : messages.get("portal.openings." + role);
    }
}
