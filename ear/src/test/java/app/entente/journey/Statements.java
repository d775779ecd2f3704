package app.entente.journey;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads from PostgreSQL's own log what the application asks it while something is done. */
final class Statements implements AutoCloseable {

    private static final Path LOG = Path.of(System.getProperty("journey.data"), "logs", "postgres.log");
    private static final String MARK = "entente_app|";

    Statements() throws SQLException {
        set("alter system set log_line_prefix = '%u|'", "alter system set log_statement = 'all'");
    }

    /** The statements of one piece of work, in order; what begins and ends a transaction is not counted, and no timer's questions either. */
    List<String> during(Callable<?> work) throws Exception {
        long before = LOG.toFile().length();
        work.call();
        try (RandomAccessFile file = new RandomAccessFile(LOG.toFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - before)];
            file.seek(before);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(MARK))
                .filter(line -> line.contains("LOG:  execute") || line.contains("LOG:  statement"))
                .map(line -> line.replaceFirst(".*?LOG: {2}(execute [^:]*|statement): ", "").strip())
                .filter(line -> !line.matches("(?i)(begin|commit|rollback|select 1|set .*|show .*)?") && !line.matches(".*(exports_due|[a-z]+_to_[a-z]+)\\(.*"))
                .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the log of the database cannot be read", e);
        }
    }

    @Override
    public void close() throws SQLException {
        set("alter system reset log_statement", "alter system reset log_line_prefix");
    }

    private static void set(String... statements) throws SQLException {
        try (Connection connection = Crowd.superuser(); Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
            sql.execute("select pg_reload_conf()");
        }
    }
}
