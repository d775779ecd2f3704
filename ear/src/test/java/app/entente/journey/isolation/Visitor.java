package app.entente.journey.isolation;

import app.entente.journey.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies by host, follows nothing by itself. */
public final class Visitor {

    /** Requests of all visitors to the application, ever. */
    static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 12;

    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    /** A field of a form as it is sent. */
    public record Field(String name, String value) {
    }

    public Reply get(String address) {
        return send(address, "GET", HttpRequest.BodyPublishers.noBody(), Map.of());
    }

    Reply get(String address, Map<String, String> headers) {
        return send(address, "GET", HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Another method than the usual ones. */
    Reply asks(String method, String address) {
        return send(address, method, HttpRequest.BodyPublishers.noBody(), Map.of("Origin", Installation.stack().baseUrl()));
    }

    /** A form, sent from a page of the application. */
    public Reply post(String address, List<Field> fields) {
        return post(address, fields, Map.of("Origin", Installation.stack().baseUrl()));
    }

    Reply post(String address, List<Field> fields, Map<String, String> headers) {
        String body = fields.stream().map(f -> encoded(f.name()) + "=" + encoded(f.value())).collect(Collectors.joining("&"));
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return send(address, "POST", HttpRequest.BodyPublishers.ofString(body), all);
    }

    /** A form with a file in it. */
    Reply upload(String address, List<Field> fields, String fileField, String fileName, byte[] file) {
        String boundary = "----entente" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Field field : fields) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"\r\n\r\n" + field.value() + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\"" + fileName
            + "\"\r\nContent-Type: application/pdf\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(address, "POST", HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()),
            Map.of("Origin", Installation.stack().baseUrl(), "Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    /** Goes where an answer sends, until one sends nowhere. */
    public Reply follow(Reply reply) {
        Reply last = reply;
        for (int i = 0; i < MOST_REDIRECTS && last.status() / 100 == 3 && !last.header("Location").isEmpty(); i++) {
            last = get(last.uri().resolve(last.header("Location")).toString());
        }
        return last;
    }

    /** The value of a cookie of the application; null when there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(URI.create(Installation.stack().baseUrl()).getAuthority(), Map.of()).get(name);
    }

    /** Takes over the cookies of another one, as a thief would. */
    void takes(Visitor other) {
        other.cookies.forEach((host, values) -> cookies.computeIfAbsent(host, h -> new ConcurrentHashMap<>()).putAll(values));
    }

    /** Has a cookie, wherever on this machine it comes from: a browser does not tell ports apart either. */
    public void has(String name, String value) {
        for (String address : List.of(Installation.stack().baseUrl(), Installation.stack().issuer())) {
            cookies.computeIfAbsent(URI.create(address).getAuthority(), host -> new ConcurrentHashMap<>()).put(name, value);
        }
    }

    private Reply send(String address, String method, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        URI uri = URI.create(address.startsWith("/") ? Installation.stack().baseUrl() + address : address);
        Map<String, String> known = cookies.computeIfAbsent(uri.getAuthority(), host -> new ConcurrentHashMap<>());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, body).header("Accept-Language", "fr");
        headers.forEach(request::header);
        if (!known.isEmpty()) {
            request.header("Cookie", known.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        if (uri.toString().startsWith(Installation.stack().baseUrl())) {
            REQUESTS.incrementAndGet();
        }
        try {
            long from = System.nanoTime();
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - from;
            response.headers().allValues("Set-Cookie").forEach(line -> keep(known, line));
            return new Reply(method + " " + address, uri, response.statusCode(), response.headers(), response.body(), nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> known, String line) {
        // HttpCookie knows no SameSite; it skips what it does not know.
        for (HttpCookie cookie : HttpCookie.parse(line)) {
            if (cookie.getMaxAge() == 0) {
                known.remove(cookie.getName());
            } else {
                known.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
