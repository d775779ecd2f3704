package app.entente.document;

import java.util.ResourceBundle;

/** Lays a source out as one XHTML page: head, running lines, title, text, check code. */
final class DocumentPage {

    private static final String WORDS = "app.entente.document.document";

    private DocumentPage() { }

    static String of(DocumentSource source, String stylesheet) {
        String page = page(source, stylesheet);
        // Québec sets no space there; the narrow one of thousands stays.
        return source.language().getCountry().equals("CA") ? page.replaceAll("\u202F(?=[;!?])", "") : page;
    }

    private static String page(DocumentSource source, String stylesheet) {
        String accent = source.letterhead().map(Letterhead::accent).orElse(Letterhead.DEFAULT_ACCENT);
        return """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>%s</title>
            <meta name="description" content="%s"/><meta name="subject" content="%s"/>%s
            <style>@page { size: %s }
            %s
            .letterhead, .notice { border-color: %s }</style></head>
            <body>%s%s%s<h1>%s</h1>%s%s%s</body></html>
            """.formatted(source.language().toLanguageTag(), Html.escape(source.title()),
                Html.escape(source.description()), Html.escape(source.description()),
                source.letterhead().map(head -> "<meta name=\"author\" content=\"" + Html.escape(head.name()) + "\"/>").orElse(""),
                source.paper().css(), stylesheet, accent, runningHead(source), foot(Html.all()),
                source.letterhead().map(DocumentPage::letterhead).orElse(""), Html.escape(source.title()),
                source.subtitle().isEmpty() ? "" : "<p class=\"subtitle\">" + Html.escape(source.subtitle()) + "</p>",
                source.body().markup(), source.check().map(mark -> check(source, mark)).orElse(""));
    }

    private static String letterhead(Letterhead head) {
        return "<div class=\"letterhead\"><div class=\"contact\">" + lines(head.contact()) + "</div><p class=\"practice\">"
            + Html.escape(head.name()) + "</p><div class=\"qualities\">" + lines(head.qualities()) + "</div></div>";
    }

    private static String lines(Iterable<String> lines) {
        StringBuilder markup = new StringBuilder();
        lines.forEach(line -> markup.append("<p>").append(Html.escape(line)).append("</p>"));
        return markup.toString();
    }

    private static String runningHead(DocumentSource source) {
        return "<div class=\"running-head\">" + Html.escape(source.title())
            + source.letterhead().map(head -> " · " + Html.escape(head.name())).orElse("") + "</div>";
    }

    private static String foot(Html check) {
        return "<div class=\"running-foot\">" + check.markup()
            + "<div class=\"sheet\"><span class=\"page\"/> / <span class=\"pages\"/></div></div>";
    }

    // The last page takes its foot from here: a second running element of the same name, met at the very end. Running
    // lines are not read aloud, hence the link before it.
    private static String check(DocumentSource source, CheckMark mark) {
        ResourceBundle words = ResourceBundle.getBundle(WORDS, source.language());
        String page = mark.page().toString().replaceFirst("^https?://", "");
        Html picture = Html.image("qr", QrCodePicture.png(mark.address().toString()), words.getString("check.picture"));
        Html text = Html.element("div", "check-words",
            Html.element("p", "", Html.strong(words.getString("check.title"))),
            Html.element("p", "", Html.text(page)),
            Html.element("p", "code", Html.text(mark.code().grouped())));
        Html online = Html.element("p", "small", Html.link(words.getString("check.online"), mark.address()));
        return online.markup() + foot(Html.element("div", "check", picture, text));
    }
}
