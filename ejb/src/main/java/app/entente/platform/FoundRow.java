package app.entente.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row that the operator's role has read. What is empty is null. */
final class FoundRow {

    private final ResultSet found;

    FoundRow(ResultSet found) {
        this.found = found;
    }

    String text(String column) {
        return get(() -> found.getString(column));
    }

    UUID id(String column) {
        return get(() -> found.getObject(column, UUID.class));
    }

    Instant instant(String column) {
        Timestamp timestamp = get(() -> found.getTimestamp(column));
        return timestamp == null ? null : timestamp.toInstant();
    }

    LocalDate day(String column) {
        return get(() -> found.getObject(column, LocalDate.class));
    }

    int number(String column) {
        return get(() -> found.getInt(column));
    }

    Integer limit(String column) {
        return get(() -> found.getObject(column, Integer.class));
    }

    Long size(String column) {
        return get(() -> found.getObject(column, Long.class));
    }

    byte[] bytes(String column) {
        return get(() -> found.getBytes(column));
    }

    /** The number in a column, counted from 1. */
    long count(int column) {
        return get(() -> found.getLong(column));
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T get(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new IllegalStateException("a column could not be read", e);
        }
    }
}
