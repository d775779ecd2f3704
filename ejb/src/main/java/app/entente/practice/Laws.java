package app.entente.practice;

import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The dated rules of all places, which belong to no workspace. */
@Stateless
@PlatformUseCases
public class Laws {

    @PersistenceContext(unitName = "entente")
    EntityManager em;

    /** Adds rules that are not known yet; those that are stay as they are (rule 4). Answers how many are new. */
    @PermitAll
    public int enact(List<LawText> laws) {
        Set<String> known = em.createQuery("select l from LawText l", LawText.class).getResultStream().map(Laws::name)
            .collect(Collectors.toCollection(HashSet::new));
        int added = 0;
        for (LawText law : laws) {
            if (known.add(name(law))) {
                // Jakarta Persistence cannot say «unless it is there»: two servers may start at once.
                added += em.createNativeQuery("insert into law_text (id, jurisdiction, code, kind, text_fr, text_en, value, unit, valid_from, valid_to, source, "
                        + "checked) values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date), ?, ?) on conflict do nothing")
                    .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, law.getId()).setParameter(2, law.getJurisdiction())
                    .setParameter(3, law.getCode()).setParameter(4, law.getKind()).setParameter(5, law.getText().getFr())
                    .setParameter(6, law.getText().getEn()).setParameter(7, law.getValue()).setParameter(8, law.getUnit())
                    .setParameter(9, day(law.getValidFrom())).setParameter(10, day(law.getValidTo())).setParameter(11, law.getSource())
                    .setParameter(12, law.isChecked()).executeUpdate();
            }
        }
        return added;
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String name(LawText law) {
        return law.getJurisdiction() + " " + law.getCode() + " " + law.getValidFrom();
    }
}
