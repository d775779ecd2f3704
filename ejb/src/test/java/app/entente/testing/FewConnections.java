package app.entente.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool of very few connections that are handed out again at once, in turn, without being reset: what a setting left behind would do, it does
 * here on the next call. Nested transactions need a third one at times.
 */
final class FewConnections implements DataSource {

    private static final int MOST = 4;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private static final AtomicLong PREPARED = new AtomicLong();

    private final DataSource source;
    private final BlockingQueue<Connection> idle = new java.util.concurrent.LinkedBlockingQueue<>();
    private final java.util.List<Connection> made = new java.util.ArrayList<>();

    /** How many statements have been prepared so far, in all of them. */
    static long prepared() {
        return PREPARED.get();
    }

    FewConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = take();
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                idle.add(connection);
                return null;
            }
            if (method.getName().startsWith("prepare")) {
                PREPARED.incrementAndGet();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private Connection take() throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            synchronized (this) {
                // Those whose server has died are forgotten, as every pool does that asks before it hands out.
                forgetClosed();
                if (idle.isEmpty() && made.size() < MOST || made.size() < 2) {
                    Connection connection = source.getConnection();
                    made.add(connection);
                    return connection;
                }
            }
            Connection connection = next();
            if (connection != null && !connection.isClosed() && connection.isValid(1)) {
                return connection;
            }
            if (connection != null) {
                connection.close();
            }
        }
        throw new SQLException("no connection came back");
    }

    private void forgetClosed() throws SQLException {
        for (Connection connection : java.util.List.copyOf(made)) {
            if (connection.isClosed()) {
                made.remove(connection);
            }
        }
    }

    private Connection next() throws SQLException {
        try {
            return idle.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
