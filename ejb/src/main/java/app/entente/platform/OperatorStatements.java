package app.entente.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Statements of one transaction in the operator's role. Values are always bound, never part of the text. */
final class OperatorStatements {

    private final Connection connection;

    OperatorStatements(Connection connection) {
        this.connection = connection;
    }

    /** Every row of a query. */
    <T> List<T> rows(String sql, Function<FoundRow, T> mapper, Object... arguments) {
        try (PreparedStatement statement = prepared(sql, arguments); ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(mapper.apply(new FoundRow(found)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database refused a question", e);
        }
    }

    /** The first row of a query. */
    <T> Optional<T> first(String sql, Function<FoundRow, T> mapper, Object... arguments) {
        return rows(sql, mapper, arguments).stream().findFirst();
    }

    /** The one number a query answers. */
    long number(String sql, Object... arguments) {
        return first(sql, row -> row.count(1), arguments).orElse(0L);
    }

    /** How many rows a statement has changed. */
    int change(String sql, Object... arguments) {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database refused a change", e);
        }
    }

    /** Adds an entry to the platform's trail (rule 4). */
    void note(String kind, UUID actor, UUID workspace, String detail) {
        rows("select append_platform_event(?, ?, ?, ?)", row -> row.count(1), kind, actor, workspace, detail == null ? "" : detail);
    }

    private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i] instanceof Instant instant ? Timestamp.from(instant) : arguments[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
