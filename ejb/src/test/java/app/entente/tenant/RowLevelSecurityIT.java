package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.testing.Border;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1 of the tenant package, asked of the catalogue: whatever table, key, grant or function is added has to fit. */
class RowLevelSecurityIT {

    private static final String GOOD = """
        create table sample (tenant_id uuid not null default current_setting('app.tenant')::uuid references workspace (id),
          id uuid not null, person_id uuid, primary key (tenant_id, id), foreign key (tenant_id, person_id) references person (tenant_id, id));
        call protect('sample');
        """;

    @Test
    void every_table_key_grant_and_function_keeps_the_border() throws SQLException {
        try (Connection owner = RealDatabase.get().connect(As.OWNER)) {
            assertThat(Border.breaches(owner)).isEmpty();
        }
    }

    @Test
    void a_new_table_that_follows_the_conventions_is_accepted() throws SQLException {
        assertThat(breachesAfter(As.OWNER, GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        no tenant_id                     | create table sample (id uuid primary key)                                        | sample has no tenant_id uuid not null
        nullable tenant_id               | alter table sample drop constraint sample_pkey, alter tenant_id drop not null    | sample has no tenant_id uuid not null
        no default                       | alter table sample alter tenant_id drop default                                  | sample.tenant_id does not default to the current workspace
        a default that may be missing    | alter table sample alter tenant_id set default current_setting('app.tenant', true)::uuid | sample.tenant_id does not default to the current workspace
        row security off                 | alter table sample disable row level security                                    | sample has no row security
        row security not forced          | alter table sample no force row level security                                   | sample does not force row security on its owner
        no policy                        | drop policy tenant_isolation on sample                                           | sample has no policy tenant_isolation
        a policy that lets all read      | alter policy tenant_isolation on sample using (true)                             | sample.tenant_isolation reads by another condition: true
        a policy that lets all write     | alter policy tenant_isolation on sample with check (true)                        | sample.tenant_isolation writes by another condition: true
        a second policy                  | create policy also on sample to entente_app using (true)                         | sample.also is a policy nobody wrote down
        no fence                         | drop policy read_only_delete on sample                                           | sample has no policy read_only_delete
        a fence that lets pass           | alter policy read_only_insert on sample with check (true)                        | sample.read_only_insert does not hold back a request that may only read
        a fence for nobody               | alter policy read_only_update on sample to entente_owner                         | sample.read_only_update does not hold back a request that may only read
        a table left open to all writes  | call leave_writable('sample')                                                    | sample has no policy read_only_insert
        a policy for everybody           | alter policy tenant_isolation on sample to public                                | sample.tenant_isolation is for null
        a primary key without workspace  | alter table sample drop constraint sample_pkey, add primary key (id)             | sample_pkey is unique across workspaces
        a unique key without workspace   | create unique index sample_person on sample (person_id)                          | sample_person is unique across workspaces
        a foreign key without workspace  | create unique index p1 on person (id); alter table sample add constraint loose foreign key (person_id) references person (id) | sample.loose refers to person across workspaces
        no workspace behind tenant_id    | alter table sample drop constraint sample_tenant_id_fkey                         | sample.tenant_id refers to no workspace
        truncate for the application     | grant truncate on sample to entente_app                                          | TRUNCATE on sample is granted to entente_app
        a grant to everybody             | grant select on sample to public                                                 | SELECT on sample is granted to public
        a grant to the operator          | grant select on sample to entente_operator                                       | SELECT on sample is granted to entente_operator
        a column for the operator        | grant select (person_id) on sample to entente_operator                           | SELECT (person_id) on sample is granted to entente_operator
        a table for the directory        | grant select on sample to entente_directory                                      | the directory reads of sample: every column
        a plain view                     | create view seen as select * from sample                                         | the view seen reads with its owner's rights
        a definer function               | create function peek() returns bigint language sql security definer as 'select count(*) from sample' | peek() runs with its owner's rights and nobody wrote down why
        a sequence                       | create sequence numbers                                                          | the sequence numbers counts across workspaces
        the application creating tables  | grant create on schema public to entente_app                                     | entente_app may create tables
        a listed function open to all    | grant execute on function places_of(uuid) to public                              | places_of(uuid) may be called by everybody
        a listed function without path   | alter function places_of(uuid) reset search_path                                 | places_of(uuid) has no fixed search_path
        a listed policy widened          | alter policy directory_work on mail using (true)                                 | mail.directory_work shows other rows: true
        """)
    void a_breach_is_reported(String breach, String sql, String sentence) throws SQLException {
        boolean alone = sql.startsWith("create table");
        assertThat(breachesAfter(As.SUPERUSER, alone ? sql : GOOD + "alter table sample owner to entente_owner;" + sql)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"alter role entente_app bypassrls", "alter role entente_app superuser", "alter role entente_operator bypassrls",
        "alter role entente_directory login", "grant entente_owner to entente_app", "alter table person owner to entente_app"})
    void a_role_that_could_step_over_is_reported(String sql) throws SQLException {
        assertThat(breachesAfter(As.SUPERUSER, sql)).isNotEmpty();
    }

    private static List<String> breachesAfter(As role, String sql) throws SQLException {
        try (Connection connection = RealDatabase.get().connect(role); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return Border.breaches(connection);
            } finally {
                connection.rollback();
            }
        }
    }
}
