package app.entente.audit;

import app.entente.document.Seal;
import app.entente.document.TimeStampUnavailable;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Anchors the heads of all chains, in the operator's own role (rule 8). */
@Stateless
@PlatformUseCases
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnchorWork {

    /** So long an anchor is the latest; a little less than a day, so that a round a day makes one. */
    static final Duration APART = Duration.ofHours(20);

    @Resource(lookup = "java:app/jdbc/operator")
    DataSource database;
    @Inject
    AnchorFolder folder;
    @Inject
    Seal seal;
    @Inject
    Clock clock;

    /**
     * Makes an anchor when the latest is old enough, and keeps outside what is not there yet. Of several nodes one does it.
     *
     * @return whether one was made
     * @throws IllegalStateException when there is no believable time-stamp now, or the place outside takes nothing; it is tried again with the next round
     */
    @PermitAll
    public boolean make() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                boolean made = turn(connection) && anchor(connection);
                connection.commit();
                keep(connection);
                connection.commit();
                done = true;
                return made;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operator's database could not be asked", e);
        } catch (TimeStampUnavailable e) {
            throw new IllegalStateException("no time-stamp for the anchor", e);
        } catch (IOException e) {
            throw new IllegalStateException("the anchors cannot be kept outside the database", e);
        }
    }

    private static boolean turn(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('audit_anchor'))"); ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private boolean anchor(Connection connection) throws SQLException, TimeStampUnavailable {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long number = 1;
        byte[] previous = new byte[Anchor.HASH_BYTES];
        try (PreparedStatement query = connection.prepareStatement("select number, root, made_at from audit_anchor order by number desc limit 1"); ResultSet row = query.executeQuery()) {
            if (row.next()) {
                if (row.getTimestamp(3).toInstant().plus(APART).isAfter(now)) {
                    return false;
                }
                number = row.getLong(1) + 1;
                previous = row.getBytes(2);
            }
        }
        Map<UUID, Anchor.Head> heads = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("select tenant_id, seq, hash from audit_heads() union all select ?, seq, hash from platform_head where seq > 0")) {
            query.setObject(1, Anchor.PLATFORM);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getObject(1, UUID.class), new Anchor.Head(rows.getLong(2), rows.getBytes(3)));
                }
            }
        }
        Anchor anchor = Anchor.of(number, now, previous, heads);
        byte[] sealed = seal.sealText(anchor.text().getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement insert = connection.prepareStatement("insert into audit_anchor (number, made_at, previous, root, heads, sealed) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setBytes(3, previous);
            insert.setBytes(4, anchor.root());
            insert.setInt(5, heads.size());
            insert.setBytes(6, sealed);
            insert.executeUpdate();
        }
        return true;
    }

    private void keep(Connection connection) throws SQLException, IOException {
        if (!folder.isThere()) {
            return;
        }
        Map<Long, byte[]> waiting = new java.util.TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("select number, sealed from audit_anchor where kept_at is null order by number"); ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                waiting.put(rows.getLong(1), rows.getBytes(2));
            }
        }
        for (Map.Entry<Long, byte[]> one : waiting.entrySet()) {
            folder.keep(one.getKey(), one.getValue());
            try (PreparedStatement update = connection.prepareStatement("update audit_anchor set kept_at = ? where number = ?")) {
                update.setTimestamp(1, Timestamp.from(clock.instant()));
                update.setLong(2, one.getKey());
                update.executeUpdate();
            }
        }
    }
}
