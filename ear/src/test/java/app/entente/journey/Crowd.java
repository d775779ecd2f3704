package app.entente.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A practice of many years, beside the demo's: a thousand clients, sixty meetings each, thirty notes and three receipts of each. It belongs to Maude, who
 * finds it among her places. Written straight into the database, as nobody could type it.
 */
final class Crowd {

    static final String SLUG = "grand-cabinet";
    static final int CLIENTS = 1000;
    static final int MEETINGS = 60;
    static final int NOTES = 30;
    /** Stands in one note of three hundred. */
    static final String RARE = "ornithorynque";
    private static final String ID = "33333333-0000-4000-8000-000000000001";
    private static final String MODEL = "22222222-0000-4000-8000-000000000001";
    private static final String WORDS = "(array['sommeil','travail','famille','anxiété','projet','réveil','lundi','respiration','appui','voisine','école','médecin','colère',"
        + "'espoir','fatigue','marche','lettre','budget','logement','enfants','séparation','courage','décision','habitude','carnet','objectif','échelle','confiance','limite','quai'])";
    /** What a practice has before its first client; taken over from the demo's. */
    private static final List<String> FURNITURE = List.of("practice", "practice_text", "service", "approach", "process_step");

    private Crowd() {
    }

    /** Makes it, once in a run. */
    static synchronized void gather() {
        try (Connection connection = superuser(); Statement sql = connection.createStatement()) {
            if (exists(sql, "select 1 from workspace where id = '" + ID + "'")) {
                return;
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            sql.execute("insert into workspace (id, slug, name, status, plan, jurisdiction, zone, language, accent) "
                + "select '" + ID + "', '" + SLUG + "', 'Grand cabinet', 'open', plan, jurisdiction, zone, language, 'ardoise' from workspace where id = '" + MODEL + "'");
            for (String table : FURNITURE) {
                copy(sql, table);
            }
            sql.execute("insert into membership (tenant_id, id, account_id, role) "
                + "select '" + ID + "', uuidv7(), account_id, role from membership where tenant_id = '" + MODEL + "' and role = 'owner' and until is null");
            sql.execute(in("insert into person (tenant_id, id, given_name, family_name, birth_date, email, phone, address_form, language, created_at) "
                + "select '$', md5('person' || i)::uuid, (array['Élise','Noé','Ana','Youssef','Zoé','Hélène','Marc','Œdipe'])[1 + i %% 8], "
                + "'Client ' || i, date '1960-01-01' + i * 13, 'client' || i || '@crowd.example', '514 555-' || lpad((i %% 10000)::text, 4, '0'), 'vous', 'fr', "
                + "now() - i * interval '1 day' from generate_series(1, %d) i", CLIENTS));
            sql.execute(in("insert into client_file (tenant_id, id, reference, kind, status, reason, step, opened_on, created_at) "
                + "select '$', md5('file' || i)::uuid, 'G-' || lpad(i::text, 4, '0'), 'individual', case when i %% 9 = 0 then 'closed' else 'open' end, '', "
                + "(array['intake','assessment','planning','intervention','closing'])[1 + i %% 5], current_date - i, now() - i * interval '1 day' "
                + "from generate_series(1, %d) i", CLIENTS));
            sql.execute(in("insert into participant (tenant_id, id, file_id, person_id, capacity, since, principal, created_at) "
                + "select '$', uuidv7(), md5('file' || i)::uuid, md5('person' || i)::uuid, 'client', current_date - i, true, now() from generate_series(1, %d) i", CLIENTS));
            sql.execute(in("insert into meeting (tenant_id, id, file_id, service_id, starts_at, zone, minutes, mode, place, status, created_at) "
                + "select '$', md5('meeting' || i || '-' || k)::uuid, md5('file' || i)::uuid, (select id from service where tenant_id = '$' order by position limit 1), "
                + "date_trunc('day', now()) - k * interval '7 days' + (8 + i %% 9) * interval '1 hour', 'America/Toronto', 45, 'office', '', 'held', now() - k * interval '7 days' "
                + "from generate_series(1, %d) i, generate_series(1, " + MEETINGS + ") k", CLIENTS));
            long written = System.nanoTime();
            notes(sql);
            receipts(sql);
            long all = System.nanoTime();
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("analyze");
            System.out.printf("a crowd of %,d clients, %,d meetings and %,d notes: %.1f s, of which notes and receipts %.1f s%n", CLIENTS, CLIENTS * MEETINGS, CLIENTS * NOTES,
                (System.nanoTime() - begun) / 1e9, (all - written) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException("the crowd could not be gathered", e);
        }
    }

    /** Thirty signed notes of each client about the latest meetings, with one statement each, found by their words. All of them have the same sealed paper. */
    private static void notes(Statement sql) throws SQLException {
        // What refers to what is known here; the index of words takes them in at once at the end.
        sql.execute("set local session_replication_role = replica");
        sql.execute("set local gin_pending_list_limit = '256MB'");
        sql.execute(in("insert into tenant_key (tenant_id, id, wrapped) values ('$', '$', '\\x00')", 0));
        sql.execute(in("insert into stored_document (tenant_id, id, key_id, kind, media_type, size_bytes, sha256, cipher_sha256, wrapped_key, content) "
            + "values ('$', '$', '$', 'note', 'application/pdf', 1, sha256('1'), sha256('2'), '\\x00', '\\x00')", 0));
        sql.execute(in("insert into sealed_document (tenant_id, id, document_id, kind, subject_id, title, language, check_code, code_sha256, sha256_before, sha256, "
            + "certificate_fingerprint, stamped_at, stamp_serial, sealed_at) select '$', '$', '$', 'note', '$', 'Note', 'fr', '0123456789ABCDEFGHJKMNPQR0', "
            + "encode(sha256('$'), 'hex'), '', encode(sha256('$$'), 'hex'), '', now(), '1', now()", 0));
        sql.execute(in("insert into entry (tenant_id, id, file_id, kind, meeting_id, status, language, author_id, author_name, content, revision, begun_at, saved_at, service_at, "
            + "minutes, mode, ordinal, title, document, signed_at, sealed_id, version) "
            + "select '$', md5('note' || i || '-' || k)::uuid, m.file_id, 'note', m.id, 'signed', 'fr', a.account_id, 'Maude Lavigne', "
            + "json_build_object('values', json_build_object('analysis', (select string_agg(" + WORDS + "[1 + (hashtext(i || '-' || k || '-' || w) & 65535) %% 30] || ' ' "
            + "|| chr(97 + w %% 26) || (i * 31 + k * 7 + w) %% 997, ' ') from generate_series(1, 25) w) || case when (i * 30 + k) %% 300 = 0 then ' " + RARE + "' else '' end), "
            + "'said', json_build_array())::text, 1, m.starts_at, m.starts_at, m.starts_at, 45, 'office', k, 'Note d’évolution', '{}', m.starts_at, '$', 1 "
            + "from generate_series(1, %d) i, generate_series(1, " + NOTES + ") k, meeting m, membership a "
            + "where m.tenant_id = '$' and m.id = md5('meeting' || i || '-' || k)::uuid and a.tenant_id = '$' and a.role = 'owner'", CLIENTS));
        sql.execute(in("insert into statement (tenant_id, id, entry_id, position, person_id, context, shelf, text) select e.tenant_id, gen_random_uuid(), e.id, 1, t.person_id, "
            + "'individual', 'record', 'Je dors mieux.' from entry e join participant t on t.tenant_id = e.tenant_id and t.file_id = e.file_id where e.tenant_id = '$'", 0));
        sql.execute(in("insert into search_entry (tenant_id, id, entry_id, file_id, kind, author_id, language, title, at, text) "
            + "select tenant_id, gen_random_uuid(), id, file_id, 'note', author_id, 'fr', title, service_at, content::json -> 'values' ->> 'analysis' from entry where tenant_id = '$'", 0));
        sql.execute("select gin_clean_pending_list('search_entry_words')");
    }

    /** Three receipts of each client for the latest meetings, of which two are paid; as the notes, they have the same sealed paper. The links of the ledger's chain are not real. */
    private static void receipts(Statement sql) throws SQLException {
        sql.execute(in("insert into receipt_series (tenant_id, id, code, prefix, next, last_issued_on) values ('$', '$', 'crowd', 'G-', 3001, current_date)", 0));
        sql.execute(in("insert into receipt (tenant_id, id, series_id, number, display_number, idempotency_key, file_id, person_id, recipient, meeting_id, issued_on, issued_at, "
            + "net_minor, total_minor, currency, language, payment_means, paid_on, content, status, sealed_id, version) "
            + "select '$', md5('receipt' || i || '-' || k)::uuid, '$', (i - 1) * 3 + k, 'G-' || lpad(((i - 1) * 3 + k)::text, 4, '0'), 'crowd' || i || '-' || k, md5('file' || i)::uuid, "
            + "md5('person' || i)::uuid, 'Client ' || i, m.id, m.starts_at::date, m.starts_at, 12000, 12000, 'CAD', 'fr', case when k < 3 then 'card' end, "
            + "case when k < 3 then m.starts_at::date end, '{}', 'sealed', '$', 1 from generate_series(1, %d) i, generate_series(1, 3) k, meeting m "
            + "where m.tenant_id = '$' and m.id = md5('meeting' || i || '-' || k)::uuid", CLIENTS));
        sql.execute(in("insert into receipt_line (tenant_id, id, receipt_id, position, service_on, label, minutes, amount_minor, meeting_id, price_minor, net_minor) "
            + "select tenant_id, uuidv7(), id, 1, issued_on, 'Rencontre de soutien', 45, 12000, meeting_id, 12000, 12000 from receipt where tenant_id = '$'", 0));
        sql.execute(in("insert into ledger_entry (tenant_id, id, seq, at, paid_on, means, amount_minor, currency, person_id, receipt_id, idempotency_key, previous, hash) "
            + "select tenant_id, id, row_number() over (order by id) * 2, issued_at, paid_on, 'card', 12000, 'CAD', person_id, id, 'crowd' || id, sha256('1'), sha256('1') from receipt "
            + "where tenant_id = '$' and paid_on is not null", 0));
        sql.execute(in("insert into ledger_allocation (tenant_id, id, seq, at, entry_id, receipt_id, amount_minor, previous, hash) "
            + "select tenant_id, uuidv7(), seq + 1, at, id, id, 12000, sha256('1'), sha256('1') from ledger_entry where tenant_id = '$'", 0));
    }

    /** The identifier of one of its things: {@code person}, {@code file} (1 …), {@code meeting}, {@code note} or {@code receipt} (1-1 …). */
    static UUID id(String kind, String number) {
        try (Connection connection = superuser(); Statement sql = connection.createStatement();
            ResultSet found = sql.executeQuery("select md5('" + kind + number + "')::uuid")) {
            found.next();
            return found.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection superuser() throws SQLException {
        return DriverManager.getConnection(Installation.stack().jdbcUrl(), "postgres", Installation.stack().secret("entente.db.superuser.password"));
    }

    private static String in(String sql, int number) {
        return sql.formatted(number).replace("$", ID);
    }

    private static void copy(Statement sql, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select column_name from information_schema.columns where table_schema = 'public' and table_name = '" + table
            + "' and column_name <> 'tenant_id' and is_generated = 'NEVER'")) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        String list = String.join(", ", columns);
        sql.execute("insert into " + table + " (tenant_id, " + list + ") select '" + ID + "', " + list + " from " + table + " where tenant_id = '" + MODEL + "'");
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }
}
