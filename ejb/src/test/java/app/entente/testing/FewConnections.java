package app.entente.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
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

    private static final AtomicLong PREPARED = new AtomicLong();

    private final DataSource source;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(MOST);
    private int made;

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
        synchronized (this) {
            if (idle.size() < 1 && made < MOST || made < 2) {
                made++;
                return source.getConnection();
            }
        }
        try {
            Connection connection = idle.poll(20, TimeUnit.SECONDS);
            if (connection == null) {
                throw new SQLException("no connection came back");
            }
            return connection;
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
