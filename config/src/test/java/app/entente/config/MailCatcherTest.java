package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    @TempDir
    Path folder;

    private Ports ports;
    private MailCatcher catcher;

    @BeforeEach
    void start() throws IOException {
        ports = Ports.free();
        catcher = MailCatcher.start(folder, ports.smtp(), ports.mail());
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void a_sent_mail_comes_out_with_its_recipients_subject_and_text() throws Exception {
        send("Votre rendez-vous à Montréal", "Bonjour Zoé,\nà mardi.", null);

        assertThat(catcher.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("zoe@demo.example", "copie@demo.example");
            assertThat(mail.from()).isEqualTo("Maude Lavigne <maude@demo.example>");
            assertThat(mail.subject()).isEqualTo("Votre rendez-vous à Montréal");
            assertThat(mail.text()).contains("Bonjour Zoé,").contains("à mardi.");
        });
    }

    @Test
    void the_page_shows_the_newest_first_and_makes_links_work() throws Exception {
        send("Premier", "rien", null);
        send("Second", "Ouvrez http://localhost:8080/invitation?key=a&x=1. Merci", null);

        String page = get("/").body();

        assertThat(page.indexOf("Second")).isPositive().isLessThan(page.indexOf("Premier"));
        assertThat(page).contains("<a href=\"http://localhost:8080/invitation?key=a&amp;x=1\">").contains("</a>. Merci");
    }

    @Test
    void markup_in_a_mail_stays_text_on_the_page() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<p>Bonjour</p><script>alert(2)</script>");

        HttpResponse<String> answer = get("/");

        assertThat(answer.body()).doesNotContain("<script>").doesNotContain("<img").contains("sandbox=");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @Test
    void tests_read_them_as_json_and_empty_them() throws Exception {
        send("Un", "texte", "<p>texte</p>");

        assertThat(get("/mails.json").body()).contains("\"subject\":\"Un\"").contains("\"to\":[\"zoe@demo.example\"").contains("<p>texte</p>");
        assertThat(call(HttpRequest.newBuilder(page("/")).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get("/mails.json").body()).isEqualTo("[]");
    }

    @Test
    void mails_are_still_there_after_a_restart() throws Exception {
        send("Gardé", "texte", null);
        catcher.close();
        catcher = MailCatcher.start(folder, ports.smtp(), ports.mail());

        assertThat(catcher.mails()).extracting(CaughtMail::subject).containsExactly("Gardé");
    }

    @Test
    void a_file_outside_the_folder_is_not_handed_out() throws Exception {
        assertThat(get("/..%2f..%2fetc%2fpasswd").statusCode()).isEqualTo(404);
        assertThat(get("/0.eml").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text, String html) throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(ports.smtp()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("maude@demo.example", "Maude Lavigne"));
        message.setRecipients(Message.RecipientType.TO, "zoe@demo.example");
        message.setRecipients(Message.RecipientType.BCC, "copie@demo.example");
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        if (html == null) {
            message.setText(text, StandardCharsets.UTF_8.name());
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, StandardCharsets.UTF_8.name());
            MimeBodyPart rich = new MimeBodyPart();
            rich.setText(html, StandardCharsets.UTF_8.name(), "html");
            MimeMultipart both = new MimeMultipart("alternative");
            for (MimeBodyPart part : List.of(plain, rich)) {
                both.addBodyPart(part);
            }
            message.setContent(both);
        }
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(page(path)));
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + ports.mail() + path);
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
