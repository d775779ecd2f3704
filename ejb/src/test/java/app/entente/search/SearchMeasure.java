package app.entente.search;

import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Measures search in a workspace of 1,000 clients with 30 notes each, beside a second one of the same size: the plan of the full-text question as the
 * application's role, and the time of whole searches through the boundary. A program, not a test: run it from the ejb module's test class path.
 */
public final class SearchMeasure {

    private static final int ROUNDS = 15;
    private static final String FILL = """
        insert into person (id, given_name, family_name, address_form, language, created_at)
          select gen_random_uuid(), (array['Léa','Noé','Zoé','Inès','Éloi','Aïcha','Maëlle','Côme'])[1 + n % 8], 'Exemple' || n, 'vous', 'fr', now() from generate_series(1, 1000) n;
        insert into client_file (id, reference, kind, status, step, opened_on, created_at)
          select p.id, '2026-' || substr(p.family_name, 8), 'individual', 'open', 'intake', current_date, now() from person p where p.family_name like 'Exemple%';
        insert into participant (id, file_id, person_id, capacity, since, principal, sees)
          select gen_random_uuid(), p.id, p.id, 'client', current_date, true, 'shared' from person p where p.family_name like 'Exemple%';
        insert into entry (id, file_id, kind, status, language, author_id, author_name, content, revision, begun_at, saved_at, service_at, ordinal, title, document, signed_at)
          select gen_random_uuid(), f.id, 'note', 'signed', 'fr', gen_random_uuid(), 'Maude', '{}', 1, now(), now(), now() - n * interval '7 days', n, 'Note', '{}', now()
            from client_file f, generate_series(1, 30) n;
        insert into search_entry (id, entry_id, file_id, kind, author_id, language, title, at, text)
          select gen_random_uuid(), e.id, e.file_id, 'note', e.author_id, 'fr', e.title, e.service_at,
                 (select string_agg((array['sommeil','travail','famille','anxiété','projet','réveil','lundi','respiration','appui','voisine','école','médecin','colère','espoir','fatigue',
                   'marche','lettre','rendez-vous','budget','logement','enfants','séparation','courage','décision','habitude','carnet','objectif','échelle','confiance','limite'])
                   [1 + (hashtext(e.id::text || w) & 65535) % 30] || ' ' || substr(md5(e.id::text || w), 1, 6), ' ') from generate_series(1, 120) w)
                 || case when hashtext(e.id::text) % 300 = 0 then ' ornithorynque' else '' end
            from entry e""";

    private SearchMeasure() {
    }

    /** Fills two workspaces and prints plan and times. */
    public static void main(String[] arguments) throws Exception {
        List<UUID> workspaces = List.of(RealDatabase.get().newWorkspace("CA-QC"), RealDatabase.get().newWorkspace("CA-QC"));
        for (UUID workspace : workspaces) {
            try (Connection connection = RealDatabase.get().connect(As.APPLICATION); Statement statement = connection.createStatement()) {
                statement.execute("select set_config('app.tenant', '" + workspace + "', false)");
                for (String part : FILL.split(";")) {
                    statement.execute(part);
                }
            }
        }
        try (Connection owner = RealDatabase.get().connect(As.SUPERUSER); Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
        try (Connection connection = RealDatabase.get().connect(As.APPLICATION); Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + workspaces.get(0) + "', false)");
            RealDatabase.rows(connection, "explain (analyze, buffers) select e.id from search_query('anxiete resp') as q(q), search_entry e "
                + "where e.words @@ q.q order by e.at desc limit 300").forEach(line -> System.out.println(line.get(0)));
            System.out.println(RealDatabase.rows(connection, "select pg_size_pretty(pg_total_relation_size('search_entry')), count(*) from search_entry"));
        }
        InWorkspace maude = InWorkspace.practitioner(workspaces.get(0));
        for (String typed : List.of("ornithorynque", "anxiété", "anxiete resp", "exemple512", "inès", "zzz")) {
            long[] times = new long[ROUNDS];
            int found = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                found = maude.call(() -> Features.get(Searches.class).all(typed, "fr")).count();
                times[i] = (System.nanoTime() - start) / 1000;
            }
            Arrays.sort(times);
            List<String> words = new ArrayList<>(List.of(typed, found + " found", "median " + times[ROUNDS / 2] / 1000.0 + " ms", "slowest " + times[ROUNDS - 1] / 1000.0 + " ms"));
            System.out.println(String.join(" | ", words));
        }
        System.exit(0);
    }
}
