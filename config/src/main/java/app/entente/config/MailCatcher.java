package app.entente.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes every mail of the installation and sends none on. Each is kept as an {@code .eml} file; a page shows them, the newest first:
 * {@code GET /} for people, {@code GET /mails.json} for tests, {@code GET /<id>.eml} for the raw mail, {@code DELETE /} to empty.
 */
public class MailCatcher implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENVELOPE = "X-Envelope-To: ";

    private final Path folder;
    private final SMTPServer smtp;
    private final HttpServer web;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mail page");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong last = new AtomicLong();

    private MailCatcher(Path folder, int smtpPort, int webPort) throws IOException {
        this.folder = Files.createDirectories(folder);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        smtp = SMTPServer.port(smtpPort).bindAddress(loopback).hostName("localhost").connectionTimeoutMs(60_000)
                .messageHandlerFactory(context -> new Delivery(this::keep)).build();
        web = HttpServer.create(new InetSocketAddress(loopback, webPort), 0);
        web.createContext("/", this::answer);
        web.setExecutor(threads);
    }

    /**
     * Starts to listen, on the loopback address only.
     *
     * @param folder where the mails are kept; mails of an earlier run are shown again
     */
    public static MailCatcher start(Path folder, int smtpPort, int webPort) throws IOException {
        MailCatcher catcher = new MailCatcher(folder, smtpPort, webPort);
        catcher.web.start();
        catcher.smtp.start();
        return catcher;
    }

    /** Every mail caught so far, the newest first. */
    public List<CaughtMail> mails() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".eml")).sorted(Comparator.reverseOrder()).toList();
        }
        List<CaughtMail> mails = new ArrayList<>();
        for (Path file : files) {
            mails.add(read(file));
        }
        return mails;
    }

    /** Forgets every mail. */
    public void empty() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(f -> f.toString().endsWith(".eml")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void keep(List<String> recipients, byte[] raw) throws IOException {
        long now = System.currentTimeMillis() * 1000;
        String id = String.format("%017d", last.updateAndGet(before -> Math.max(before + 1, now)));
        byte[] envelope = (ENVELOPE + String.join(", ", recipients) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        Path part = folder.resolve(id + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write(envelope);
            out.write(raw);
        }
        Files.move(part, folder.resolve(id + ".eml"));
    }

    private static CaughtMail read(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        String id = file.getFileName().toString().replace(".eml", "");
        String first = new String(raw, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        List<String> recipients = first.startsWith(ENVELOPE) ? List.of(first.substring(ENVELOPE.length()).split(", ")) : List.of();
        return CaughtMail.read(id, Instant.ofEpochMilli(Long.parseLong(id) / 1000), recipients, raw);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/") && exchange.getRequestMethod().equals("DELETE")) {
                empty();
                exchange.sendResponseHeaders(204, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (path.equals("/")) {
                send(exchange, "text/html; charset=utf-8", MailPage.of(mails()));
            } else if (path.equals("/mails.json")) {
                send(exchange, "application/json", JSON.writeValueAsString(mails()));
            } else if (path.matches("/[0-9]{17}\\.eml") && Files.exists(folder.resolve(path.substring(1)))) {
                send(exchange, "message/rfc822", Files.readString(folder.resolve(path.substring(1)), StandardCharsets.ISO_8859_1));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(type.equals("message/rfc822") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        // A mail is somebody else's HTML: it runs no script and fetches nothing.
        exchange.getResponseHeaders().set("Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self' data:; base-uri 'none'");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        smtp.stop();
        web.stop(0);
        threads.shutdownNow();
    }
}
