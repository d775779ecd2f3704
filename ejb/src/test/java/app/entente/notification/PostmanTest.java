package app.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.config.MailCatcher;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmanTest {

    @TempDir
    Path folder;

    @Test
    void a_mail_arrives_as_plain_text_under_the_name_of_its_row() throws Exception {
        Mail mail = new Mail("key", "noa@demo.example", "fr", "Une invitation vous attend", "Bonjour,\n\nc’est déjà l’été.\n",
            Instant.parse("2026-11-22T14:00:00Z"));
        int port = freePort();
        String raw;
        try (MailCatcher catcher = MailCatcher.start(folder, port, freePort())) {
            postman(port).carry(mail);
            raw = onlyMail();
        }
        assertThat(raw).contains("From: Entente <entente@demo.example>", "To: noa@demo.example", "Subject: Une invitation vous attend",
            "Message-ID: <" + mail.getId() + "@demo.example>", "Content-Type: text/plain; charset=UTF-8", "Date: Sun, 22 Nov 2026 14:00:00 GMT",
            "Auto-Submitted: auto-generated", "Content-Language: fr");
    }

    @Test
    void a_calendar_object_travels_beside_the_text_and_names_its_method() throws Exception {
        Letter letter = new Letter() {
            private final Mail mail = new Mail("key", "noa@demo.example", "fr", "Un rendez-vous est annulé", "Bonjour,\n", Instant.parse("2026-11-22T14:00:00Z"));

            @Override
            public java.util.UUID getId() {
                return mail.getId();
            }

            @Override
            public String getRecipient() {
                return mail.getRecipient();
            }

            @Override
            public String getLanguage() {
                return mail.getLanguage();
            }

            @Override
            public String getSubject() {
                return mail.getSubject();
            }

            @Override
            public String getBody() {
                return mail.getBody();
            }

            @Override
            public Instant getCreatedAt() {
                return mail.getCreatedAt();
            }

            @Override
            public String getCalendar() {
                return "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
            }
        };
        int port = freePort();
        String raw;
        try (MailCatcher catcher = MailCatcher.start(folder, port, freePort())) {
            postman(port).carry(letter);
            raw = onlyMail();
        }
        assertThat(raw).contains("Content-Type: multipart/mixed", "Content-Type: text/calendar; charset=UTF-8; method=CANCEL", "entente.ics", "METHOD:CANCEL",
            "Content-Type: text/plain; charset=UTF-8");
    }

    @Test
    void a_mail_server_that_does_not_answer_is_tried_again_later() throws IOException {
        Mail mail = new Mail("key", "noa@demo.example", "fr", "Bonjour", "Bonjour", Instant.parse("2026-11-22T14:00:00Z"));
        int port = freePort();
        assertThatThrownBy(() -> postman(port).carry(mail)).isInstanceOf(NotCarried.class).matches(e -> !((NotCarried) e).forGood());
    }

    private String onlyMail() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".eml")).findFirst().orElseThrow());
        }
    }

    private static Postman postman(int port) {
        Postman postman = new Postman();
        postman.host = "127.0.0.1";
        postman.port = port;
        postman.from = "entente@demo.example";
        postman.user = Optional.empty();
        postman.password = Optional.empty();
        return postman;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
