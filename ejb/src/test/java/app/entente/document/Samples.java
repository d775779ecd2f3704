package app.entente.document;

import static app.entente.document.Html.all;
import static app.entente.document.Html.box;
import static app.entente.document.Html.bullets;
import static app.entente.document.Html.facts;
import static app.entente.document.Html.heading;
import static app.entente.document.Html.link;
import static app.entente.document.Html.notice;
import static app.entente.document.Html.paragraph;
import static app.entente.document.Html.prose;
import static app.entente.document.Html.small;
import static app.entente.document.Html.strong;
import static app.entente.document.Html.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A receipt of Québec and an agreement of France, with all that French asks of a font. */
final class Samples {

    static final CheckCode CODE = CheckCode.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    static final CheckMark CHECK = new CheckMark(CODE, URI.create("https://entente.example/verifier"),
        URI.create("https://entente.example/verifier/" + CODE.compact()));

    private Samples() { }

    static DocumentSource receipt(int sessions) {
        Table table = new Table().column("Date de la séance").column("Service").amounts("Durée").amounts("Montant");
        for (int i = 1; i <= sessions; i++) {
            table.row(i + " novembre 2026", "Consultation individuelle en travail social", "50 min", "120,00 $");
        }
        table.total("Total reçu", "", "", sessions * 120 + ",00 $");
        return DocumentSource.titled("Reçu 2026-0147", "Reçu pour les séances de novembre 2026", Locale.CANADA_FRENCH)
            .on(Paper.LETTER)
            .from(new Letterhead("Maude Lavigne, T.S.", List.of("Travailleuse sociale", "Membre de l’OTSTCFQ, permis 12345-T"),
                List.of("1250, rue de l’Église, bureau 3", "Québec (Québec)  G1R 2X4", "418 555-0142 · maude@demo.example")))
            .under("Émis le 12 novembre 2026")
            .saying(facts(ordered("Services reçus par", "Noa-Éléonore Tremblay-Bélanger de L’Isle-aux-Cœurs",
                    "Payé le", "12 novembre 2026, par virement Interac", "Solde", "0,00 $")),
                table.html(),
                small("Services exonérés de TPS et de TVQ. Les séances ont été données par la signataire, à l’œuvre depuis 2011\u00A0: "
                    + "«\u00A0attentive, patiente, fiable\u00A0»."),
                SignatureBlock.html(List.of(SignatureBlock.typed("Maude Lavigne", "travailleuse sociale",
                    "Signé le 12 novembre 2026 à 14 h 02"))))
            .checkedBy(CHECK);
    }

    static DocumentSource agreement() {
        return DocumentSource.titled("Entente de services", "Entente entre Camille Aubry et Noa Tremblay", Locale.FRANCE)
            .from(new Letterhead("Camille Aubry", List.of("Pair-aidante professionnelle"),
                List.of("12, rue des Tanneurs", "35000 Rennes", "06 00 00 00 42"), "#5A4A8A"))
            .under("Version 3, le 22 novembre 2026")
            .saying(facts(ordered("Entre", "Camille Aubry, pair-aidante\nSIRET 000 000 000 00042", "Et", "Noa Tremblay, née le 4 août 1991")),
                heading("Objet"),
                prose("Nous convenons d’un accompagnement de vive voix, à votre rythme. Il s’appuie sur l’expérience vécue "
                    + "du rétablissement\u202F; il ne remplace ni un soin, ni un diagnostic, ni un traitement.\n\n"
                    + "Ce que nous ferons ensemble\u00A0:\n- faire connaissance et dire ce qui compte\u202F;\n"
                    + "- choisir un à trois buts, en mots simples\u202F;\n- regarder le chemin parcouru toutes les six rencontres."),
                heading("Rencontres et honoraires"),
                new Table().column("Service").amounts("Durée").amounts("Prix")
                    .row("Rencontre individuelle", "60 min", "45,00 €").row("Rencontre à deux voix (proche présent)", "90 min", "60,00 €").html(),
                paragraph(text("Le prix peut changer\u202F: nous en parlons "), strong("au moins deux mois avant"),
                    text(". Le tarif en vigueur est affiché sur "), link("la page du cabinet", URI.create("https://entente.example/camille-aubry")), text(".")),
                heading("Confidentialité"),
                paragraph("Ce que vous confiez reste entre nous. Les exceptions sont celles que la loi impose, et je vous en parle d’abord, "
                    + "si cela n’ajoute pas au danger. Efficacité, affinités, fluctuation, flûte, Œuvre, Ïle, ÿ, ç, « cœur » – l’œil — fin…"),
                notice(paragraph("En cas d’urgence, composez le 15 ou le 3114. Je ne suis pas joignable en tout temps.")),
                heading("Vos choix"),
                box(true, "J’accepte de signer par voie électronique."),
                box(false, "J’accepte que nos échanges soient partagés avec mon équipe de soins."),
                heading("Fin de l’accompagnement"),
                bullets(List.of("Vous pouvez arrêter quand vous voulez, sans motif.", "Une rencontre annulée moins de 24 h avant est due à moitié.")),
                paragraph("Vous avez quatorze jours pour revenir sur votre accord, à compter de la signature. Pour ce faire, il suffit d’un message "
                    + "qui exprime votre décision sans ambiguïté."),
                Html.together(heading("Signatures"), SignatureBlock.html(List.of(
                    SignatureBlock.typed("Noa Tremblay", "cliente", "Signé le 22 novembre 2026 à 09:41 (Paris)", "Document lu\u00A0: 3f9a 71c2 88d0 5be1"),
                    SignatureBlock.typed("Camille Aubry", "pair-aidante", "Signé le 22 novembre 2026 à 11:05 (Paris)", "Document lu\u00A0: 3f9a 71c2 88d0 5be1")))))
            .checkedBy(CHECK);
    }

    static DocumentSource evidence() {
        return DocumentSource.titled("Dossier de preuve", "Événements de la signature de l’entente", Locale.CANADA_FRENCH)
            .on(Paper.LETTER)
            .saying(all(paragraph("Les événements, dans l’ordre, sont aussi joints pour les machines.")))
            .carrying(new Attachment("evenements.json", "application/json", "Événements de la signature",
                "{\"events\":[]}".getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return facts;
    }
}
