package app.entente.notification;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the mail server that the configuration names ({@code entente.smtp.*}). */
@ApplicationScoped
class Postman {

    private static final String NAME = "Entente";
    private static final String CONNECT_MILLIS = "3000";
    private static final String ANSWER_MILLIS = "10000";
    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)");

    @Inject
    @ConfigProperty(name = "entente.smtp.host")
    String host;
    @Inject
    @ConfigProperty(name = "entente.smtp.port", defaultValue = "25")
    int port;
    @Inject
    @ConfigProperty(name = "entente.smtp.from")
    String from;
    @Inject
    @ConfigProperty(name = "entente.smtp.starttls", defaultValue = "false")
    boolean startTls;
    @Inject
    @ConfigProperty(name = "entente.smtp.user")
    Optional<String> user;
    @Inject
    @ConfigProperty(name = "entente.smtp.password")
    Optional<String> password;

    /** Sends it, within seconds. */
    void carry(Letter mail) throws NotCarried {
        Session session = session();
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(session, mail);
            transport.connect(host, port, user.orElse(null), password.orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            throw new NotCarried(e.getMessage(), e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0, e);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new NotCarried(e.getMessage(), false, e);
        }
    }

    /** The mail as it travels. Its Message-ID comes from its row, so that a second copy can be told (rule 5). */
    MimeMessage message(Session session, Letter mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new NamedMessage(session, "<" + mail.getId() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        message.setFrom(new InternetAddress(from, NAME, StandardCharsets.UTF_8.name()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.getRecipient(), true));
        message.setSubject(mail.getSubject(), StandardCharsets.UTF_8.name());
        if (mail.getCalendar() == null) {
            message.setText(mail.getBody(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(parts(mail));
        }
        message.setHeader("Content-Language", mail.getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.getCreatedAt().atOffset(ZoneOffset.UTC)));
        message.saveChanges();
        return message;
    }

    /** The text, and beside it the calendar object: named by its method, as calendar programs expect (RFC 6047). */
    private static MimeMultipart parts(Letter mail) throws MessagingException {
        Matcher method = METHOD.matcher(mail.getCalendar());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.getBody(), StandardCharsets.UTF_8.name());
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(mail.getCalendar().getBytes(StandardCharsets.UTF_8),
            "text/calendar; charset=UTF-8; method=" + (method.find() ? method.group(1) : "PUBLISH"))));
        calendar.setFileName("entente.ics");
        calendar.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart(text, calendar);
    }

    private Session session() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        settings.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        return Session.getInstance(settings);
    }

    /** A message that keeps the name it was given. */
    private static final class NamedMessage extends MimeMessage {

        private final String name;

        NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
