package app.entente.closing;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Texts;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The sections of a closing summary, and what it has to say (rule 2). */
@ApplicationScoped
public class ClosingKind implements EntryKind {

    /** Name of the kind. */
    public static final String CODE = "closing";

    private static final List<Section> SECTIONS = List.of(Section.date("opened_on"), Section.date("last_service_on"), Section.text("request"),
        Section.text("services"), Section.text("path"), Section.text("agreements"), Section.text("results"), Section.text("measures"),
        Section.choice("reason", "agreed", "client", "practitioner", "no_contact", "referral", "death"), Section.text("circumstances"),
        Section.text("state"), Section.text("risk"), Section.text("recommendations"), Section.text("referrals"), Section.text("follow_up"),
        Section.text("documents"));
    private static final Set<String> HELPED = Set.of("last_service_on", "services", "results", "state", "risk", "follow_up", "documents");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Section> sections() {
        return SECTIONS;
    }

    @Override
    public boolean counted() {
        return true;
    }

    @Override
    public void check(Entry entry, EntryContent content, Instant now, ZoneId zone) {
        if (content.blank("reason")) {
            throw new BusinessRuleViolation("closing.reason_missing").at("reason");
        }
        if (content.blank("state")) {
            throw new BusinessRuleViolation("closing.state_missing").at("state");
        }
        if (!content.blank("opened_on")) {
            day(content, "opened_on");
        }
        if (day(content, "last_service_on").isAfter(LocalDate.ofInstant(now, zone))) {
            throw new BusinessRuleViolation("closing.last_service_to_come").at("last_service_on");
        }
    }

    /** A day that was typed; refused with {@code closing.last_service_missing} when it is none. */
    static LocalDate day(EntryContent content, String section) {
        try {
            return LocalDate.parse(content.value(section));
        } catch (DateTimeException e) {
            throw new BusinessRuleViolation("closing.last_service_missing").at(section);
        }
    }

    @Override
    public String title(Locale locale) {
        return Texts.of("closing.title", locale, false);
    }

    @Override
    public String label(String section, Locale locale) {
        return Texts.of("closing.section." + section, locale, false);
    }

    @Override
    public String help(String section, Locale locale) {
        return HELPED.contains(section) ? Texts.of("closing.help." + section, locale, false) : "";
    }

    @Override
    public String option(String section, String option, Locale locale) {
        return Texts.of("closing.reason." + option, locale, false);
    }
}
