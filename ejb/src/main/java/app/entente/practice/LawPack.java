package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a place as they are in force on one day (rule 4).
 *
 * @param jurisdiction {@code CA-QC} or {@code FR}
 * @param rules the rule in force for each code
 */
public record LawPack(String jurisdiction, LocalDate day, Map<String, LawText> rules) {

    /** The pack made of all the dated texts of a place: of each code, the latest that has begun by that day and has not ended. */
    public static LawPack of(String jurisdiction, LocalDate day, List<LawText> texts) {
        Map<String, LawText> rules = new HashMap<>();
        for (LawText text : texts) {
            if (text.getJurisdiction().equals(jurisdiction) && text.isInForce(day)) {
                rules.merge(text.getCode(), text, (one, other) -> begins(other).isAfter(begins(one)) ? other : one);
            }
        }
        return new LawPack(jurisdiction, day, rules);
    }

    private static LocalDate begins(LawText text) {
        return text.getValidFrom() == null ? LocalDate.MIN : text.getValidFrom();
    }

    /** The rule in force; empty where nobody has written it down. */
    public Optional<LawText> find(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    /** The rule in force; refused with {@code practice.law_missing}, naming it, where nobody has written it down. */
    public LawText rule(String code) {
        return find(code).orElseThrow(() -> new BusinessRuleViolation("practice.law_missing", code, day.toString()));
    }

    /** The words that the rule fixes; refused like {@link #rule}. */
    public Bilingual text(String code) {
        return rule(code).getText();
    }

    /** The number that the rule fixes, in its own unit: percent, days, minor units; refused like {@link #rule}. */
    public BigDecimal number(String code) {
        return new BigDecimal(rule(code).getValue());
    }

    /** Whether a professional has confirmed the rule. */
    public boolean checked(String code) {
        return find(code).map(LawText::isChecked).orElse(false);
    }
}
