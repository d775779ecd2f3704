package app.entente.config;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Asks a part over HTTP whether it is ready. */
public class Health {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private Health() {
    }

    /** Asks once, for the health check of a container: ends with code 0 when the one address given answers 200, with 1 otherwise. */
    public static void main(String[] args) {
        System.exit(args.length == 1 && status(args[0]) == 200 ? 0 : 1);
    }

    /** The status of a GET, redirects not followed, or -1 when nobody answers. */
    static int status(String url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(20_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return -1;
        }
    }

    static void await(String url, Child child, String name) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (status(url) != 200) {
            if (!child.isAlive()) {
                throw child.endedByItself();
            }
            if (System.nanoTime() > end) {
                throw new StartFailure(name + " is not ready after five minutes. Its last lines:\n" + child.tail());
            }
            Thread.sleep(250);
        }
    }
}
