package app.entente.assessment;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Texts;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The sections of an assessment, and what makes it one (rule 2). */
@ApplicationScoped
public class AssessmentKind implements EntryKind {

    /** Name of the kind. */
    public static final String CODE = "assessment";

    private static final List<Section> SECTIONS = Stream.of("request", "consent", "methods", "person", "history", "health", "strengths", "environment",
        "interactions", "views", "risk", "measures", "analysis", "opinion", "recommendations", "plan").map(Section::text).toList();
    private static final Set<String> HELPED = Set.of("request", "consent", "methods", "environment", "views", "risk", "measures", "analysis", "opinion", "plan");

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
        boolean analysed = !content.blank("analysis");
        boolean opinion = !content.blank("opinion");
        if (!analysed && !opinion && !content.blank("measures")) {
            throw new BusinessRuleViolation("assessment.scores_alone").at("opinion");
        }
        if (!analysed) {
            throw new BusinessRuleViolation("assessment.no_analysis").at("analysis");
        }
        if (!opinion) {
            throw new BusinessRuleViolation("assessment.no_opinion").at("opinion");
        }
    }

    @Override
    public String title(Locale locale) {
        return Texts.of("assessment.title", locale, false);
    }

    @Override
    public String label(String section, Locale locale) {
        return Texts.of("assessment.section." + section, locale, false);
    }

    @Override
    public String help(String section, Locale locale) {
        return HELPED.contains(section) ? Texts.of("assessment.help." + section, locale, false) : "";
    }

    @Override
    public String option(String section, String option, Locale locale) {
        return option;
    }
}
