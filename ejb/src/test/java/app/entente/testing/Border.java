package app.entente.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the border between workspaces asks of the schema, asked of PostgreSQL's own catalogue. Whoever adds a table, a function or a grant
 * that does not fit gets it back as a sentence; what is meant to be an exception is written down here, with its reason.
 */
public final class Border {

    /** Tables that belong to no workspace, and why. */
    static final Map<String, String> GLOBAL_TABLES = Map.ofEntries(
        Map.entry("workspace", "the list of workspaces itself"),
        Map.entry("account", "one per human, who may be in several workspaces; nothing in it was typed by a practitioner"),
        Map.entry("operator", "accounts of those who run the platform"),
        Map.entry("ended_session", "identifiers of ended sessions, no person"),
        Map.entry("law_text", "what the law of a place says, the same for every practice in it"),
        Map.entry("plan", "what the platform offers"),
        Map.entry("workspace_request", "somebody asks for a workspace; there is none yet"),
        Map.entry("workspace_usage", "counts, sizes and days that a workspace shows the operator"),
        Map.entry("platform_mail", "mails to people who are in no workspace yet"),
        Map.entry("platform_event", "what the platform and its operators did"),
        Map.entry("platform_head", "the end of that chain"),
        Map.entry("audit_anchor", "what all chains had come to on a day: hashes under pseudonyms"),
        Map.entry("erase_certificate", "what was erased, as counts"),
        Map.entry("retired_slug", "hashes of addresses that are not given again"),
        Map.entry("reconciliation", "nightly comparisons with the identity provider: counts"),
        Map.entry("reconciliation_finding", "what they found: identifiers, no person"),
        Map.entry("support_access", "an access of the platform to a workspace, which both sides see"),
        Map.entry("flyway_schema_history", "which migrations have run"));

    /** Functions that look across workspaces as {@code entente_directory}, and what each one needs to see. */
    static final Map<String, String> DIRECTORY_FUNCTIONS = Map.ofEntries(
        Map.entry("places_of(uuid)", "where one account may go"),
        Map.entry("seat_at(text,uuid,uuid)", "what one account is in one workspace, on each request"),
        Map.entry("seal_of(text,text)", "the public check of a seal by an unguessable code or a file's hash"),
        Map.entry("signings_to_finish()", "work left for the timer: workspace and identifier"),
        Map.entry("receipts_to_seal()", "work left for the timer: workspace and identifier"),
        Map.entry("exports_due()", "work left for the timer: workspace and identifier"),
        Map.entry("addenda_to_seal()", "work left for the timer: workspace and identifier"),
        Map.entry("entries_to_seal()", "work left for the timer: workspace and identifier"),
        Map.entry("files_to_review()", "work left for the timer: workspace and identifier"),
        Map.entry("mails_to_send()", "work left for the timer: workspace and identifier"),
        Map.entry("imports_to_run()", "work left for the timer: workspace and identifier"),
        Map.entry("feed_of(text)", "a private calendar address by the digest of its unguessable secret"),
        Map.entry("meetings_to_remind_of()", "work left for the timer: workspace and identifier"),
        Map.entry("commands_to_run()", "work left for the timer: workspace and identifier"),
        Map.entry("joinings_of(uuid)", "what one account is asked to join"),
        Map.entry("seats_of(uuid[])", "the nightly comparison with the identity provider: account, workspace and role"),
        Map.entry("append_platform_event(text,uuid,uuid,text)", "the one way into the platform's trail"),
        Map.entry("ask_of_workspace(uuid,text)", "the operator has a workspace furnished"),
        Map.entry("outbox_troubles(uuid)", "commands that are stuck, without what they are for"),
        Map.entry("audit_heads()", "the end of every chain, for the one who anchors them: identifier, number, hash"),
        Map.entry("login_is_used(text)", "whether a login that an erased workspace leaves behind leads anywhere else"),
        Map.entry("retry_command(uuid)", "the operator lets a parked command be tried again"));

    /** Those of them that write. */
    static final Set<String> WRITING_FUNCTIONS = Set.of("append_platform_event(text,uuid,uuid,text)", "ask_of_workspace(uuid,text)", "retry_command(uuid)");

    /** Functions that run as the owner of the tables, whom forced row security confines as it does the application. */
    static final Map<String, String> OWNER_FUNCTIONS = Map.of(
        "erase_workspace(uuid,text,uuid,date)", "the purge of one workspace that is closing and whose grace is over",
        "forget_requests(date)", "refused requests whose day has come, and the mails about them; they are in no workspace");

    /** Functions that write what the application may not, as {@code entente_scribe}, and why. */
    static final Map<String, String> SCRIBE_FUNCTIONS = Map.ofEntries(
        Map.entry("audit_append(jsonb)", "adds to the audit chain of the current workspace, which nobody may change"));

    /** What the scribe may do in which table, always inside the current workspace. */
    static final Map<String, String> SCRIBE_RIGHTS = Map.ofEntries(
        Map.entry("audit_event", "INSERT SELECT"),
        Map.entry("audit_head", "INSERT SELECT UPDATE"),
        Map.entry("audit_detail", "INSERT"));

    /** What the auditor may read: the links of every chain, and which workspace an identifier belongs to. */
    static final Set<String> AUDITOR_READS = Set.of("audit_event", "audit_head", "platform_event", "platform_head", "workspace (id)", "workspace (slug)");

    /** The tables those functions read, each with its policy and its condition as PostgreSQL prints it. */
    static final Map<String, String> DIRECTORY_POLICIES = Map.ofEntries(
        Map.entry("membership.directory_places", "true"),
        Map.entry("portal_access.directory_places", "true"),
        Map.entry("sealed_document.directory_check", "true"),
        Map.entry("seal_revocation.directory_check", "true"),
        Map.entry("practice.directory_check", "true"),
        Map.entry("signing.directory_work", "(status = ANY (ARRAY['open'::text, 'sealing'::text]))"),
        Map.entry("client_file.directory_work", "(status = ANY (ARRAY['closed'::text, 'retention'::text]))"),
        Map.entry("receipt.directory_work", "(status = 'issued'::text)"),
        Map.entry("entry.directory_work", "((status = 'signed'::text) AND (sealed_id IS NULL))"),
        Map.entry("addendum_sheet.directory_work", "(sealed_id IS NULL)"),
        Map.entry("export_job.directory_work", "true"),
        Map.entry("postponement.directory_work", "true"),
        Map.entry("import.directory_work", "(due_at IS NOT NULL)"),
        Map.entry("calendar_feed.directory_feed", "(revoked_at IS NULL)"),
        Map.entry("meeting.directory_work", "((status = 'booked'::text) AND (reminded_at IS NULL))"),
        Map.entry("mail.directory_work", "(status = 'queued'::text)"),
        Map.entry("outbox_command.directory_work", "(status = 'waiting'::text)"),
        Map.entry("member_invitation.directory_joinings", "(status = ANY (ARRAY['sent'::text, 'confirmed'::text]))"),
        Map.entry("invitation.directory_invitation", "(status = ANY (ARRAY['open'::text, 'confirmed'::text]))"),
        Map.entry("audit_head.directory_anchor", "true"),
        Map.entry("support_access.directory_seat", "(status = ANY (ARRAY['asked'::text, 'granted'::text]))"),
        Map.entry("outbox_command.directory_asked", "((kind ~~ 'workspace.%'::text) OR (status = 'parked'::text))"));

    /** Other policies: command, roles, rows found, rows written. */
    static final Map<String, List<String>> OTHER_POLICIES = Map.of(
        "outbox_command.directory_ask", List.of("a", "entente_directory", "", "((kind ~~ 'workspace.%'::text) AND (status = 'waiting'::text))"),
        "outbox_command.directory_retry", List.of("w", "entente_directory", "((kind ~~ 'workspace.%'::text) OR (status = 'parked'::text))", "(status = 'waiting'::text)"),
        "workspace_request.request_made", List.of("a", "entente_app", "", "((status = 'received'::text) AND (workspace_id IS NULL))"),
        "workspace_request.request_of_one", List.of("r", "entente_app",
            "(workspace_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)", ""),
        "workspace_request.request_desk", List.of("*", "entente_operator", "true", "true"),
        "workspace_usage.usage_of_one", List.of("*", "entente_app",
            "(workspace_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)",
            "(workspace_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)"),
        "workspace_usage.usage_for_operator", List.of("r", "entente_operator", "true", ""),
        "support_access.support_of_one", List.of("*", "entente_app",
            "(workspace_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)",
            "(workspace_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)"),
        "support_access.support_seen", List.of("r", "entente_operator", "true", ""),
        "support_access.support_asked", List.of("a", "entente_operator", "", "(status = 'asked'::text)"));

    /** What the directory may write. */
    static final Set<String> DIRECTORY_WRITES = Set.of("INSERT on platform_event", "UPDATE on platform_head",
        "INSERT on outbox_command", "UPDATE on outbox_command");

    /** The columns of tenant tables that the directory may read. Where it is a whole table, its functions still return only a few of them. */
    static final Map<String, String> DIRECTORY_READS = Map.ofEntries(
        Map.entry("membership", "every column"),
        Map.entry("portal_access", "every column"),
        Map.entry("sealed_document", "every column"),
        Map.entry("seal_revocation", "every column"),
        Map.entry("practice", "legal_name tenant_id"),
        Map.entry("signing", "expires_at id status tenant_id"),
        Map.entry("client_file", "closed_on hold_reason id retain_until status tenant_id"),
        Map.entry("receipt", "id issued_at status tenant_id"),
        Map.entry("entry", "id sealed_id signed_at status tenant_id"),
        Map.entry("addendum_sheet", "addendum_id sealed_id tenant_id written_at"),
        Map.entry("export_job", "asked_at erase_at id status tenant_id"),
        Map.entry("postponement", "attempts next_at subject_id tenant_id"),
        Map.entry("import", "due_at id tenant_id"),
        Map.entry("calendar_feed", "digest id revoked_at tenant_id"),
        Map.entry("meeting", "id reminded_at starts_at status tenant_id"),
        Map.entry("mail", "id next_at status tenant_id"),
        Map.entry("member_invitation", "account_subject email expires_at id role status tenant_id"),
        Map.entry("invitation", "account_subject status"),
        Map.entry("audit_head", "hash seq tenant_id"),
        Map.entry("outbox_command", "attempts created_at done_at id kind last_error next_at status subject_id tenant_id version"));

    /** Tables that are written even where a request may only read, and why. Their entities, when they have any, carry {@code @WrittenAlways}. */
    static final Map<String, String> WRITTEN_ALWAYS = Map.ofEntries(
        Map.entry("evidence_event", "what was shown to whom is noted even where nothing else may change"));

    /** The policies of the read-only fence: name, command, condition on rows found, condition on rows written. */
    private static final Map<String, List<String>> FENCE = Map.of(
        "read_only_insert", List.of("a", "", "( SELECT writable() AS writable)"),
        "read_only_update", List.of("w", "true", "( SELECT writable() AS writable)"),
        "read_only_delete", List.of("d", "( SELECT writable() AS writable)", ""));

    private static final String POLICY = "(tenant_id = (( SELECT current_setting('app.tenant'::text) AS current_setting))::uuid)";
    private static final Set<String> LOGIN_ROLES = Set.of("entente_app", "entente_operator", "entente_owner", "entente_auditor");

    private final Connection connection;
    private final List<String> breaches = new ArrayList<>();

    private Border(Connection connection) {
        this.connection = connection;
    }

    /** Every breach in the schema {@code public}, a sentence each; empty when the border is whole. */
    public static List<String> breaches(Connection connection) throws SQLException {
        Border border = new Border(connection);
        border.tables();
        border.policies();
        border.fence();
        border.keys();
        border.rights();
        border.functionsAndViews();
        border.roles();
        border.listsAreTrue();
        return border.breaches;
    }

    /** The tables that are written even where a request may only read. */
    public static Set<String> writtenAlways() {
        return WRITTEN_ALWAYS.keySet();
    }

    private void tables() throws SQLException {
        each("""
            select c.relname, c.relrowsecurity, c.relforcerowsecurity,
                   coalesce((select a.attnotnull and a.atttypid = 'uuid'::regtype from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped), false),
                   coalesce((select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a
                               on a.attrelid = d.adrelid and a.attnum = d.adnum
                              where d.adrelid = c.oid and a.attname = 'tenant_id'), ''),
                   c.relkind
              from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')
             order by 1""", row -> {
            String table = row.get(0);
            if (GLOBAL_TABLES.containsKey(table)) {
                return;
            }
            refuseUnless(row.get(5).equals("r"), table + " is not a plain table");
            refuseUnless(row.get(3).equals("t"), table + " has no tenant_id uuid not null");
            refuseUnless(row.get(4).equals("(current_setting('app.tenant'::text))::uuid"), table + ".tenant_id does not default to the current workspace");
            refuseUnless(row.get(1).equals("t"), table + " has no row security");
            refuseUnless(row.get(2).equals("t"), table + " does not force row security on its owner");
        });
    }

    private void policies() throws SQLException {
        each("""
            select c.relname, p.polname, p.polcmd, p.polpermissive, coalesce(pg_get_expr(p.polqual, p.polrelid), ''),
                   coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
                   (select string_agg(r.rolname, ' ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles))
              from pg_class c left join pg_policy p on p.polrelid = c.oid
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2""", row -> {
            String name = row.get(0) + "." + row.get(1);
            if (row.get(1) == null) {
                refuseUnless(GLOBAL_TABLES.containsKey(row.get(0)), row.get(0) + " has no policy");
            } else if (row.get(1).equals("tenant_isolation")) {
                refuseUnless(row.get(2).equals("*") && row.get(3).equals("t"), name + " is not for every command");
                refuseUnless(POLICY.equals(row.get(4)), name + " reads by another condition: " + row.get(4));
                refuseUnless(POLICY.equals(row.get(5)), name + " writes by another condition: " + row.get(5));
                refuseUnless("entente_app entente_owner".equals(row.get(6)), name + " is for " + row.get(6));
            } else if (FENCE.containsKey(row.get(1))) {
                refuseUnless(row.get(3).equals("f") && "entente_app".equals(row.get(6)) && List.of(row.get(2), row.get(4), row.get(5)).equals(FENCE.get(row.get(1))),
                    name + " does not hold back a request that may only read");
                refuseUnless(!WRITTEN_ALWAYS.containsKey(row.get(0)), name + " holds back what is written always");
            } else if (OTHER_POLICIES.containsKey(name)) {
                refuseUnless(row.get(3).equals("t") && List.of(row.get(2), String.valueOf(row.get(6)), row.get(4), row.get(5)).equals(OTHER_POLICIES.get(name)),
                    name + " is not as it was written down: " + row);
            } else if (row.get(1).equals("audit_append") && SCRIBE_RIGHTS.containsKey(row.get(0))) {
                refuseUnless(POLICY.equals(row.get(4)) && POLICY.equals(row.get(5)), name + " leaves the current workspace");
                refuseUnless("entente_scribe".equals(row.get(6)), name + " is for " + row.get(6));
            } else if (row.get(1).equals("audit_verify") && AUDITOR_READS.contains(row.get(0))) {
                refuseUnless(row.get(2).equals("r") && "entente_auditor".equals(row.get(6)), name + " is more than reading by the auditor");
            } else {
                refuseUnless(DIRECTORY_POLICIES.containsKey(name), name + " is a policy nobody wrote down");
                refuseUnless(row.get(2).equals("r") && "entente_directory".equals(row.get(6)), name + " is more than reading by the directory");
                refuseUnless(row.get(4).equals(DIRECTORY_POLICIES.getOrDefault(name, row.get(4))), name + " shows other rows: " + row.get(4));
            }
        });
        each("""
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation')""",
            row -> refuseUnless(GLOBAL_TABLES.containsKey(row.get(0)), row.get(0) + " has no policy tenant_isolation"));
    }

    private void fence() throws SQLException {
        for (String policy : FENCE.keySet()) {
            each("select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' "
                + "and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '" + policy + "')",
                row -> refuseUnless(GLOBAL_TABLES.containsKey(row.get(0)) || WRITTEN_ALWAYS.containsKey(row.get(0)), row.get(0) + " has no policy " + policy));
        }
    }

    private void keys() throws SQLException {
        // PostgreSQL checks unique and foreign keys outside row security: a key without the workspace would answer about another one.
        each("""
            select c.relname, i.relname, x.indisunique, x.indisprimary, coalesce(a.attname, '') = 'tenant_id'
              from pg_class c left join pg_index x on x.indrelid = c.oid left join pg_class i on i.oid = x.indexrelid
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2""", row -> {
            if (!GLOBAL_TABLES.containsKey(row.get(0)) && "t".equals(row.get(2))) {
                refuseUnless(row.get(4).equals("t"), row.get(1) + " is unique across workspaces");
            }
        });
        each("""
            select c.relname,
                   exists (select from pg_index x where x.indrelid = c.oid and x.indisprimary),
                   exists (select from pg_index x join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
                            where x.indrelid = c.oid and x.indpred is null and a.attname = 'tenant_id')
              from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1""", row -> {
            if (!GLOBAL_TABLES.containsKey(row.get(0))) {
                refuseUnless(row.get(1).equals("t"), row.get(0) + " has no primary key");
                refuseUnless(row.get(2).equals("t"), row.get(0) + " has no index that begins with tenant_id");
            }
        });
        each("""
            select c.relname, k.conname, r.relname,
                   exists (select from unnest(k.conkey, k.confkey) with ordinality as pair (mine, theirs, n)
                             join pg_attribute m on m.attrelid = k.conrelid and m.attnum = pair.mine and m.attname = 'tenant_id'
                             join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.theirs
                            where t.attname = case when r.relname = 'workspace' then 'id' else 'tenant_id' end),
                   k.conkey = array[(select a.attnum from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'tenant_id')]
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
             where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2""", row -> {
            boolean mine = !GLOBAL_TABLES.containsKey(row.get(0));
            boolean theirs = !GLOBAL_TABLES.containsKey(row.get(2));
            if (mine && (theirs || row.get(2).equals("workspace"))) {
                refuseUnless(row.get(3).equals("t"), row.get(0) + "." + row.get(1) + " refers to " + row.get(2) + " across workspaces");
            }
            refuseUnless(mine || !theirs, row.get(0) + "." + row.get(1) + " refers from outside into a workspace");
        });
        each("""
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'workspace'::regclass)""",
            row -> refuseUnless(GLOBAL_TABLES.containsKey(row.get(0)), row.get(0) + ".tenant_id refers to no workspace"));
    }

    private void rights() throws SQLException {
        Map<String, List<String>> reads = new TreeMap<>();
        Map<String, List<String>> scribe = new TreeMap<>();
        each("""
            select c.relname, coalesce(r.rolname, 'public'), g.privilege_type from pg_class c
              cross join lateral aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) g left join pg_roles r on r.oid = g.grantee
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S') and g.grantee <> c.relowner
             order by 1, 2, 3""", row -> {
            String grant = row.get(2) + " on " + row.get(0) + " is granted to " + row.get(1);
            boolean tenant = !GLOBAL_TABLES.containsKey(row.get(0));
            switch (row.get(1)) {
                case "entente_app" -> refuseUnless(Set.of("SELECT", "INSERT", "UPDATE", "DELETE").contains(row.get(2)), grant);
                case "entente_operator" -> refuseUnless(!tenant && !row.get(2).equals("TRUNCATE"), grant);
                case "entente_directory" -> {
                    refuseUnless(row.get(2).equals("SELECT") || DIRECTORY_WRITES.contains(row.get(2) + " on " + row.get(0)), grant);
                    if (tenant) {
                        reads.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add("every column");
                    }
                }
                case "entente_scribe" -> scribe.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add(row.get(2));
                case "entente_auditor" -> refuseUnless(row.get(2).equals("SELECT") && AUDITOR_READS.contains(row.get(0)), grant);
                default -> breaches.add(grant);
            }
        });
        scribe.forEach((table, rights) -> refuseUnless(String.join(" ", rights).equals(SCRIBE_RIGHTS.get(table)),
            "the scribe may do in " + table + ": " + String.join(" ", rights)));
        each("""
            select c.relname, coalesce(r.rolname, 'public'), g.privilege_type, a.attname from pg_class c
              join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) g left join pg_roles r on r.oid = g.grantee
             where c.relnamespace = 'public'::regnamespace order by 1, 2, 3, 4""", row -> {
            String grant = row.get(2) + " (" + row.get(3) + ") on " + row.get(0) + " is granted to " + row.get(1);
            switch (row.get(1)) {
                case "entente_directory" -> {
                    refuseUnless(row.get(2).equals("SELECT") || DIRECTORY_WRITES.contains(row.get(2) + " on " + row.get(0)), grant);
                    if (row.get(2).equals("SELECT")) {
                        reads.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add(row.get(3));
                    }
                }
                case "entente_app" -> refuseUnless(!row.get(2).equals("REFERENCES"), grant);
                case "entente_auditor" -> refuseUnless(row.get(2).equals("SELECT") && AUDITOR_READS.contains(row.get(0) + " (" + row.get(3) + ")"), grant);
                case "entente_operator" -> refuseUnless(GLOBAL_TABLES.containsKey(row.get(0)), grant);
                default -> breaches.add(grant);
            }
        });
        reads.forEach((table, columns) -> refuseUnless(String.join(" ", columns).equals(DIRECTORY_READS.get(table)),
            "the directory reads of " + table + ": " + String.join(" ", columns)));
        DIRECTORY_READS.keySet().forEach(table -> refuseUnless(reads.containsKey(table), "the directory no longer reads " + table));
        each("""
            select r.rolname from pg_roles r where has_schema_privilege(r.oid, 'public', 'create') and not r.rolsuper
               and r.rolname not in ('entente_owner', 'entente_directory', 'pg_database_owner') and r.rolname !~ '^pg_'""",
            row -> breaches.add(row.get(0) + " may create tables"));
        each("""
            select r.rolname from pg_roles r where r.rolname in ('entente_app', 'entente_operator', 'entente_scribe', 'entente_auditor')
               and (has_database_privilege(r.oid, current_database(), 'create') or has_database_privilege(r.oid, current_database(), 'temp'))""",
            row -> breaches.add(row.get(0) + " may create schemas or temporary tables"));
    }

    private void functionsAndViews() throws SQLException {
        each("""
            select p.oid::regprocedure::text, p.prosecdef, o.rolname, coalesce(array_to_string(p.proconfig, ';'), ''),
                   exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0 and g.privilege_type = 'EXECUTE'),
                   p.prokind, p.provolatile
              from pg_proc p join pg_roles o on o.oid = p.proowner
             where p.pronamespace = 'public'::regnamespace
               and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')""", row -> {
            String name = row.get(0);
            if (row.get(1).equals("t")) {
                boolean owner = OWNER_FUNCTIONS.containsKey(name);
                boolean scribe = SCRIBE_FUNCTIONS.containsKey(name);
                refuseUnless(owner || scribe || DIRECTORY_FUNCTIONS.containsKey(name), name + " runs with its owner's rights and nobody wrote down why");
                refuseUnless(row.get(2).equals(owner ? "entente_owner" : scribe ? "entente_scribe" : "entente_directory"), name + " belongs to " + row.get(2));
                refuseUnless(row.get(3).equals("search_path=public, pg_temp"), name + " has no fixed search_path");
                refuseUnless(row.get(4).equals("f"), name + " may be called by everybody");
                refuseUnless(row.get(6).equals("s") || owner || scribe || WRITING_FUNCTIONS.contains(name), name + " may write");
            } else {
                refuseUnless(!row.get(2).equals("entente_app"), name + " belongs to the application");
            }
        });
        each("""
            select c.relname, coalesce(array_to_string(c.reloptions, ' '), ''), c.relkind from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')""", row ->
            refuseUnless(row.get(2).equals("v") && row.get(1).contains("security_invoker=true"), "the view " + row.get(0) + " reads with its owner's rights"));
        each("select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'",
            row -> breaches.add("the sequence " + row.get(0) + " counts across workspaces"));
    }

    private void roles() throws SQLException {
        each("select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin from pg_roles where rolname ~ '^entente_'", row -> {
            refuseUnless(row.subList(1, 6).stream().allMatch("f"::equals), row.get(0) + " may do what no role of ours may");
            refuseUnless(row.get(6).equals("t") == LOGIN_ROLES.contains(row.get(0)), row.get(0) + (row.get(6).equals("t") ? " may log in" : " may not log in"));
        });
        each("""
            select r.rolname, c.relname from pg_class c join pg_roles r on r.oid = c.relowner
             where c.relnamespace = 'public'::regnamespace and r.rolname <> 'entente_owner'
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')""",
            row -> breaches.add(row.get(0) + " owns " + row.get(1)));
        each("""
            select m.rolname, r.rolname, g.inherit_option, g.set_option from pg_auth_members g join pg_roles m on m.oid = g.member
              join pg_roles r on r.oid = g.roleid where m.rolname ~ '^entente_'""", row ->
            refuseUnless(row.equals(List.of("entente_owner", "entente_directory", "f", "t")) || row.equals(List.of("entente_owner", "entente_scribe", "f", "t")),
                row.get(0) + " is a member of " + row.get(1)));
    }

    private void listsAreTrue() throws SQLException {
        Set<String> tables = new java.util.TreeSet<>();
        each("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'", row -> tables.add(row.get(0)));
        Set<String> policies = new java.util.TreeSet<>();
        each("select c.relname || '.' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid", row -> policies.add(row.get(0)));
        Set<String> functions = new java.util.TreeSet<>();
        each("select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef", row -> functions.add(row.get(0)));
        GLOBAL_TABLES.keySet().forEach(t -> refuseUnless(tables.contains(t), "there is no table " + t + " any more"));
        WRITTEN_ALWAYS.keySet().forEach(t -> refuseUnless(tables.contains(t), "there is no table " + t + " any more"));
        DIRECTORY_POLICIES.keySet().forEach(p -> refuseUnless(policies.contains(p), "there is no policy " + p + " any more"));
        OTHER_POLICIES.keySet().forEach(p -> refuseUnless(policies.contains(p), "there is no policy " + p + " any more"));
        OWNER_FUNCTIONS.keySet().forEach(f -> refuseUnless(functions.contains(f), "there is no function " + f + " any more"));
        SCRIBE_FUNCTIONS.keySet().forEach(f -> refuseUnless(functions.contains(f), "there is no function " + f + " any more"));
        DIRECTORY_FUNCTIONS.keySet().forEach(f -> refuseUnless(functions.contains(f), "there is no function " + f + " any more"));
    }

    private void refuseUnless(boolean fits, String breach) {
        if (!fits) {
            breaches.add(breach);
        }
    }

    private void each(String sql, java.util.function.Consumer<List<String>> row) throws SQLException {
        RealDatabase.rows(connection, sql).forEach(row);
    }
}
