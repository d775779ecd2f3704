package app.entente.note;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The progress note (rules 5, 6 and 9). */
@ApplicationScoped
public class NoteKind implements EntryKind {

    private static final List<Section> SECTIONS = List.of(Section.line("objective"), Section.text("analysis"), Section.text("action"),
        Section.text("risk"), Section.text("next"), Section.text("contacts"), Section.line("authorisation"));
    private static final Set<String> HELPED = Set.of("objective", "analysis", "risk", "contacts", "authorisation");

    @Override
    public String code() {
        return Entry.NOTE;
    }

    @Override
    public List<Section> sections() {
        return SECTIONS;
    }

    @Override
    public String statementsAfter() {
        return "objective";
    }

    @Override
    public boolean counted() {
        return false;
    }

    @Override
    public void check(Entry entry, EntryContent content, Instant now, ZoneId zone) {
        boolean silent = content.statements().isEmpty() && content.blank("analysis") && content.blank("action") && content.blank("risk");
        if (silent) {
            throw new BusinessRuleViolation("note.empty");
        }
        if (entry.getServiceAt() == null) {
            throw new BusinessRuleViolation("note.time_missing").at("service_on");
        }
        if (entry.getServiceAt().isAfter(now)) {
            throw new BusinessRuleViolation("note.not_yet").at("service_on");
        }
        if (entry.isLate(now) && content.blank("late_reason")) {
            throw new BusinessRuleViolation("note.late_reason_missing").at("late_reason");
        }
        if (!content.blank("contacts") && content.blank("authorisation")) {
            throw new BusinessRuleViolation("note.authorisation_missing").at("authorisation");
        }
    }

    @Override
    public String title(Locale locale) {
        return Texts.of("note.title", locale, false);
    }

    @Override
    public String label(String section, Locale locale) {
        return Texts.of("note.section." + section, locale, false);
    }

    @Override
    public String help(String section, Locale locale) {
        return HELPED.contains(section) ? Texts.of("note.help." + section, locale, false) : "";
    }

    @Override
    public String option(String section, String option, Locale locale) {
        return option;
    }
}
