package app.entente.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.identity.Login;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The console at ten thousand workspaces against ten, as ratios of medians measured in one run, in time and in the buffers that PostgreSQL
 * touches. Not part of the build: {@code mvn -pl config,ejb verify -Dtest=None -Dit.test=ConsoleBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
class ConsoleBenchmark {

    private static final Logger LOG = Logger.getLogger(ConsoleBenchmark.class.getName());
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 40;
    /** Far above what was measured; a lost index would be a hundred. */
    private static final double MOST = 12;

    private final InWorkspace operator = new InWorkspace(null, Set.of("operator", "person"),
        new Login("omar", "s", TestClock.now(), "login", "Omar", "omar@demo.example", "fr", true, ""), UUID.randomUUID(), null);

    @Test
    void ten_thousand_workspaces_against_ten() throws Exception {
        fill(10);
        measure();
        Map<String, Double> few = measure();
        Map<String, Double> fewBuffers = buffers();
        fill(10_000);
        Map<String, Double> many = measure();
        Map<String, Double> manyBuffers = buffers();
        StringBuilder report = new StringBuilder("workspaces 10 000 against 10\n");
        few.forEach((what, before) -> report.append(String.format(Locale.ROOT, "  %-28s %.2f ms -> %.2f ms, ratio %.2f%n", what, before, many.get(what), many.get(what) / before)));
        fewBuffers.forEach((what, before) -> report.append(String.format(Locale.ROOT, "  %-34s %.2f -> %.2f, ratio %.2f%n", what, before, manyBuffers.get(what),
            manyBuffers.get(what) / before)));
        LOG.info(report::toString);
        few.forEach((what, before) -> assertThat(many.get(what) / before).as(what).isLessThan(MOST));
    }

    private void fill(int count) throws SQLException {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute("insert into workspace (id, slug, name, status, jurisdiction, zone, language, opened_at) "
                + "select gen_random_uuid(), 'b-' || n || '-' || substr(md5(random()::text), 1, 8), 'Pratique ' || md5(n::text), 'open', 'FR', 'Europe/Paris', 'fr', "
                + "now() - n * interval '1 hour' from generate_series((select count(*) from workspace) + 1, " + count + ") n");
            statement.execute("insert into workspace_usage select id, 3, 5, 1000000, 12, 20, current_date, 1, 0, 0, 3, 4, current_date, current_date, now() from workspace "
                + "on conflict do nothing");
            statement.execute("analyze workspace");
            statement.execute("analyze workspace_usage");
            statement.execute("vacuum workspace");
        }
    }

    private Map<String, Double> measure() throws Exception {
        Operating operating = Features.get(Operating.class);
        Map<String, Double> medians = new LinkedHashMap<>();
        medians.put("list, by name", median(() -> operating.page(new WorkspaceQuery("", "", "", "name", 1))));
        medians.put("list, latest opened", median(() -> operating.page(new WorkspaceQuery("", "", "", "opened", 1))));
        medians.put("list, one name found", median(() -> operating.page(new WorkspaceQuery("pratique a", "open", "", "name", 1))));
        medians.put("one workspace", median(() -> operating.find(any())));
        medians.put("opening one", median(this::open));
        return medians;
    }

    private Object open() throws Exception {
        UUID request = UUID.randomUUID();
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute("insert into workspace_request (id, status, name, practice_name, profession, jurisdiction, email, language, created_at) values ('" + request
                + "', 'received', 'A', 'Pratique " + request + "', 'ts', 'CA-QC', 'a@demo.example', 'fr', now())");
        }
        UUID workspace = Features.get(RequestDesk.class).approve(request, "o-" + request.toString().substring(0, 30), "solo");
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute("delete from outbox_command where tenant_id = '" + workspace + "'");
            statement.execute("delete from workspace_request where id = '" + request + "'");
            statement.execute("delete from workspace where id = '" + workspace + "'");
        }
        return workspace;
    }

    private static UUID any() throws SQLException {
        try (Connection connection = RealDatabase.get().connect(As.OPERATOR)) {
            return UUID.fromString(RealDatabase.rows(connection, "select id from workspace where slug like 'b-%' limit 1").get(0).get(0));
        }
    }

    private double median(Callable<?> work) throws Exception {
        return operator.call(() -> {
            double[] times = new double[ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                work.call();
                if (i >= 0) {
                    times[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(times);
            return times[ROUNDS / 2];
        });
    }

    /** What PostgreSQL itself does for a page (50 rows at most) and for its count: buffers touched, and milliseconds without the way there. */
    private static Map<String, Double> buffers() throws SQLException {
        Map<String, Double> touched = new LinkedHashMap<>();
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("page by name", "select w.id, u.files_open from workspace w left join workspace_usage u on u.workspace_id = w.id where w.status <> 'erased' "
            + "order by lower(w.name), w.id limit 50 offset 0");
        queries.put("count", "select count(*) from workspace w where w.status <> 'erased'");
        try (Connection connection = RealDatabase.get().connect(As.OPERATOR)) {
            for (Map.Entry<String, String> query : queries.entrySet()) {
                List<String> plan = new ArrayList<>();
                RealDatabase.rows(connection, "explain (analyze, buffers, costs off) " + query.getValue()).forEach(row -> plan.add(row.get(0)));
                String line = plan.stream().filter(l -> l.contains("shared hit")).findFirst().orElse("shared hit=0");
                touched.put(query.getKey() + ", buffers", Double.valueOf(line.replaceAll(".*shared hit=(\\d+).*", "$1")));
                double[] times = new double[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    String last = RealDatabase.rows(connection, "explain (analyze, timing off, costs off) " + query.getValue()).stream().map(row -> row.get(0))
                        .filter(l -> l.startsWith("Execution Time")).findFirst().orElseThrow();
                    times[i] = Double.parseDouble(last.replaceAll("[^0-9.]", ""));
                }
                Arrays.sort(times);
                touched.put(query.getKey() + ", ms in PostgreSQL", times[ROUNDS / 2]);
            }
        }
        return touched;
    }
}
