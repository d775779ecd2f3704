package app.entente.platform;

import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import app.entente.document.Seal;
import app.entente.document.SealedBytes;
import app.entente.document.TimeStampUnavailable;
import app.entente.kernel.LongDate;
import app.entente.kernel.Texts;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.UUID;

/** Makes the certificate of an erased workspace: what went, as counts, and what stayed, why and until when. It names nobody. */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateWork {

    @Inject
    OperatorDatabase database;
    @Inject
    DocumentRenderer renderer;
    @Inject
    Seal seal;
    @Inject
    Clock clock;

    private record Erased(UUID id, Instant opened, Instant closing, Instant at, String jurisdiction, String language, int accounts, LocalDate retained) {

        static Erased of(FoundRow row) {
            return new Erased(row.id("workspace_id"), row.instant("opened_at"), row.instant("closing_since"), row.instant("erased_at"), row.text("jurisdiction"),
                row.text("language"), row.number("accounts"), row.day("retained_until"));
        }
    }

    /** Which certificates are still to be made. */
    @PermitAll
    public List<UUID> due() {
        return database.inOne(statements -> statements.rows("select workspace_id from erase_certificate where pdf is null", row -> row.id("workspace_id")));
    }

    /**
     * Makes it and keeps it; without effect when there is one.
     *
     * @throws IllegalStateException when there is no believable time-stamp now; it is made later
     */
    @PermitAll
    public void make(UUID workspace) {
        database.inOne(statements -> statements.first("select * from erase_certificate where workspace_id = ? and pdf is null", Erased::of, workspace)).ifPresent(erased -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            database.inOne(statements -> statements.rows("select kind.key, kind.value::bigint as gone from erase_certificate, jsonb_each_text(counts) as kind "
                + "where workspace_id = ? order by 1", row -> counts.put(row.text("key"), row.size("gone")), workspace));
            try {
                SealedBytes sealed = seal.seal(renderer.render(source(erased, counts)));
                database.inOne(statements -> statements.change("update erase_certificate set pdf = ?, sha256 = ?, sealed_at = ? where workspace_id = ? and pdf is null",
                    sealed.pdf(), sealed.sha256After(), clock.instant(), workspace));
            } catch (TimeStampUnavailable e) {
                throw new IllegalStateException("no time-stamp for the certificate", e);
            }
        });
    }

    private static DocumentSource source(Erased erased, Map<String, Long> counts) {
        Locale locale = Texts.locale(erased.language(), erased.jurisdiction());
        Map<String, String> life = new LinkedHashMap<>();
        life.put(say("workspace", locale), erased.id().toString());
        life.put(say("opened", locale), day(erased.opened(), locale));
        life.put(say("closing", locale), day(erased.closing(), locale));
        life.put(say("erased", locale), day(erased.at(), locale) + ", " + erased.at().atZone(ZoneOffset.UTC).toLocalTime().withNano(0) + " UTC");
        Map<String, String> gone = new LinkedHashMap<>();
        counts.forEach((table, count) -> gone.put(kind(table, locale), String.valueOf(count)));
        gone.put(say("accounts", locale), String.valueOf(erased.accounts()));
        String duty = erased.retained() == null ? say("duty.none", locale) : Texts.of("platform.certificate.duty", locale, false, LongDate.of(erased.retained(), locale));
        return DocumentSource.titled(say("title", locale), say("description", locale), locale).on(Paper.of("CA-QC".equals(erased.jurisdiction()) ? "CA" : "FR"))
            .from(new Letterhead("Entente", List.of(say("platform", locale)), List.of())).under(day(erased.at(), locale))
            .saying(Html.facts(life), Html.heading(say("gone", locale)), Html.paragraph(say("gone.text", locale)), Html.facts(gone),
                Html.heading(say("kept", locale)), Html.bullets(List.of(say("kept.dates", locale), say("kept.trail", locale), say("kept.address", locale),
                    say("kept.backups", locale))),
                Html.heading(say("retention", locale)), Html.paragraph(duty));
    }

    private static String kind(String table, Locale locale) {
        try {
            return Texts.of("platform.kind." + table, locale, false);
        } catch (MissingResourceException e) {
            return table.replace('_', ' ');
        }
    }

    private static String say(String key, Locale locale) {
        return Texts.of("platform.certificate." + key, locale, false);
    }

    private static String day(Instant instant, Locale locale) {
        return LongDate.of(instant.atZone(ZoneOffset.UTC).toLocalDate(), locale);
    }
}
