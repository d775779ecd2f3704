package app.entente.signing;

import app.entente.document.Html;
import app.entente.document.SignatureBlock;
import app.entente.kernel.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The last page of a signed document: who signed, as what, when, with which consents, over which bytes. No address, no device. */
final class SignaturePage {

    private final Locale language;
    private final ZoneId zone;

    SignaturePage(Locale language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    Html html(FrozenDocument document, List<SigningParty> parties, List<SigningAct> acts, List<ConsentText> consents, Function<UUID, byte[]> pictures) {
        List<Html> page = new ArrayList<>();
        page.add(Html.heading(text("signing.page.title")));
        page.add(Html.paragraph(text("signing.page.statement")));
        List<SignatureBlock> blocks = new ArrayList<>();
        for (SigningParty party : parties) {
            acts.stream().filter(act -> act.partyId().equals(party.getId())).findFirst().ifPresent(act -> blocks.add(block(party, act, pictures)));
        }
        page.add(SignatureBlock.html(blocks));
        if (!consents.isEmpty()) {
            List<String> given = acts.stream().flatMap(act -> act.consents().stream()).toList();
            page.add(Html.subheading(text("signing.page.consents")));
            consents.forEach(consent -> page.add(Html.box(given.contains(consent.getCode()), consent.getText())));
        }
        page.add(Html.small(text("signing.page.fingerprint", document.getSha256())));
        return Html.all(page);
    }

    private SignatureBlock block(SigningParty party, SigningAct act, Function<UUID, byte[]> pictures) {
        SignatureBlock block = SignatureBlock.typed(act.typedName(), party.getCapacity().in(language.getLanguage()),
            text("signing.page.signed_at", local(act.signedAt()), utc(act.signedAt())), text("signing.page.proved"));
        return act.drawingId() == null ? block : block.drawn(pictures.apply(act.drawingId()), text("signing.page.drawing", act.typedName()));
    }

    private String local(Instant at) {
        String pattern = "en".equals(language.getLanguage()) ? "d MMMM uuuu, HH:mm" : "d MMMM uuuu, H'\u00A0h\u00A0'mm";
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(pattern, language));
    }

    private static String utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(key, language, false, arguments);
    }
}
