package app.entente.config;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows the caught mails to a developer. */
class MailPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s · Entente</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.3rem } h2 { font-size: 1.1rem; margin: 0 }
            article { border: 1px solid #8886; border-radius: .6rem; padding: 1rem 1.2rem; margin: 1rem 0 }
            p.meta { margin: .2rem 0 .8rem; opacity: .75 } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0 }
            iframe { width: 100%%; height: 24rem; border: 1px solid #8886; border-radius: .4rem; background: white }
            summary { cursor: pointer; margin-top: .8rem; opacity: .75 }
            </style></head><body>
            <h1>%s</h1>
            """;

    private MailPage() {
    }

    static String of(List<CaughtMail> mails) {
        String title = mails.isEmpty() ? "No mail yet" : mails.size() == 1 ? "1 mail" : mails.size() + " mails";
        StringBuilder page = new StringBuilder(HEAD.formatted(title, title));
        if (mails.isEmpty()) {
            page.append("<p>Whatever Entente and its sign-in server send ends here and goes no further.</p>");
        }
        for (CaughtMail mail : mails) {
            page.append("<article id=\"m").append(mail.id()).append("\"><h2>").append(escaped(mail.subject())).append("</h2><p class=\"meta\">to ")
                    .append(escaped(String.join(", ", mail.to()))).append(" · from ").append(escaped(mail.from())).append(" · ")
                    .append(time(mail.at())).append(" · <a href=\"/").append(mail.id()).append(".eml\">source</a></p>");
            if (!mail.text().isBlank()) {
                page.append("<pre>").append(linked(mail.text().strip())).append("</pre>");
            }
            if (!mail.html().isBlank()) {
                // Sandboxed: links open on their own, nothing in the mail runs.
                page.append(mail.text().isBlank() ? "<div>" : "<details><summary>HTML part</summary>")
                        .append("<iframe sandbox=\"allow-popups allow-top-navigation-by-user-activation\" srcdoc=\"")
                        .append(escaped("<base target=\"_top\">" + mail.html())).append("\"></iframe>")
                        .append(mail.text().isBlank() ? "</div>" : "</details>");
            }
            if (!mail.attachments().isEmpty()) {
                page.append("<p class=\"meta\">attached: ").append(escaped(String.join(", ", mail.attachments()))).append("</p>");
            }
            page.append("</article>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private static String linked(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = LINK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String url = escaped(matcher.group());
            out.append(escaped(text.substring(from, matcher.start()))).append("<a href=\"").append(url).append("\">").append(url).append("</a>");
            from = matcher.end();
        }
        return out.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
