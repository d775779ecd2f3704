package app.entente.config;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * A mail as people read it.
 *
 * @param id          the name of its file without the ending
 * @param at          when it arrived
 * @param from        the sender as written in the mail
 * @param to          every recipient of the envelope, copies included
 * @param subject     decoded
 * @param text        the plain part, empty when there is none
 * @param html        the HTML part, empty when there is none
 * @param attachments the names of the attached files
 */
public record CaughtMail(String id, Instant at, String from, List<String> to, String subject, String text, String html,
        List<String> attachments) {

    /** The mail in its raw bytes, read. */
    static CaughtMail read(String id, Instant at, List<String> recipients, byte[] raw) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            StringBuilder text = new StringBuilder();
            StringBuilder html = new StringBuilder();
            List<String> attachments = new ArrayList<>();
            collect(message, text, html, attachments);
            String from = message.getFrom() == null ? "" : MimeUtility.decodeText(Arrays.stream(message.getFrom())
                    .map(Object::toString).reduce((a, b) -> a + ", " + b).orElse(""));
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new CaughtMail(id, at, from, recipients, subject, text.toString(), html.toString(), attachments);
        } catch (MessagingException e) {
            throw new IOException("Not a mail: " + id, e);
        }
    }

    private static void collect(Part part, StringBuilder text, StringBuilder html, List<String> attachments)
            throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(part.getFileName() == null ? "?" : MimeUtility.decodeText(part.getFileName()));
        } else if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                collect(inner, text, html, attachments);
            }
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }
}
