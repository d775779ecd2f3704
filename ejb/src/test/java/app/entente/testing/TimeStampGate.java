package app.entente.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the real time-stamping authority of the tests and can be shut: what an authority that is down does to its askers. */
public final class TimeStampGate {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger left = new AtomicInteger(ANY_NUMBER);
    private final HttpServer server;
    private final URI authority;

    private TimeStampGate(HttpServer server, URI authority) {
        this.server = server;
        this.authority = authority;
    }

    static TimeStampGate before(URI authority) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TimeStampGate gate = new TimeStampGate(server, authority);
        server.createContext("/", gate::pass);
        server.start();
        return gate;
    }

    /** Lets so many requests through and refuses those after them, until {@link #open}. */
    public void allow(int requests) {
        left.set(requests);
    }

    /** Lets everything through. */
    public void open() {
        left.set(ANY_NUMBER);
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/");
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            if (left.getAndUpdate(n -> n == ANY_NUMBER ? n : Math.max(0, n - 1)) == 0) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNAVAILABLE, -1);
                return;
            }
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(authority).header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
