package app.entente.member;

import app.entente.identity.Accounts;
import app.entente.identity.Login;
import app.entente.identity.OutboxWork;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import app.entente.testing.TestProvider;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A workspace, those who work in it, and the outbox carried out by hand: what the tests of members begin with. */
final class Team {

    final UUID workspace;
    private final TestProvider provider;

    private Team(UUID workspace, TestProvider provider) {
        this.workspace = workspace;
        this.provider = provider;
    }

    /** A workspace of its own, in Quebec. */
    static Team of(TestProvider provider) {
        return new Team(RealDatabase.get().newWorkspace("CA-QC"), provider);
    }

    /** The same helpers for a workspace that is there. */
    static Team in(UUID workspace, TestProvider provider) {
        return new Team(workspace, provider);
    }

    static String address() {
        return "m" + UUID.randomUUID() + "@demo.example";
    }

    /** The workspace's first owner, who has gone all the way. */
    UUID owner() throws Exception {
        return owner(address());
    }

    UUID owner(String email) throws Exception {
        UUID invitation = InWorkspace.nobody(workspace).call(() -> members().invite(email, "Odile Owner", "owner", "fr"));
        carryOut(invitation);
        return joins(invitation, email);
    }

    InWorkspace practitioner() {
        return InWorkspace.practitioner(workspace);
    }

    /** Invited by a practitioner; the account is not ready yet. */
    UUID invites(String email, String role) throws Exception {
        return practitioner().call(() -> members().invite(email, "Alex Aide", role, "fr"));
    }

    /** Somebody with that role who has gone all the way; answers their account. */
    UUID seats(String email, String role) throws Exception {
        UUID invitation = invites(email, role);
        carryOut(invitation);
        return joins(invitation, email);
    }

    /** The person signs in with that address and accepts; what that asks of the provider is carried out. Answers the account. */
    UUID joins(UUID invitation, String email) throws Exception {
        UUID account = account(email);
        accepts(invitation, email, account);
        carryOut(invitation);
        return account;
    }

    boolean accepts(UUID invitation, String email, UUID account) throws Exception {
        return person(email, account).call(() -> Features.get(Joinings.class).accept(invitation));
    }

    /** That account has arrived from the provider. */
    UUID account(String email) throws Exception {
        return InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure("s-" + email, email, "fr"));
    }

    /** Somebody signed in, in no workspace. */
    InWorkspace person(String email, UUID account) {
        Login login = new Login("s-" + email, "session", TestClock.now(), "login", "", email, "fr", false, "");
        return new InWorkspace(null, Set.of("person"), login, account, null);
    }

    /** Every waiting command about that thing, as the timer does it. */
    void carryOut(UUID subject) throws Exception {
        for (UUID command : commands(subject)) {
            InWorkspace.nobody(workspace).run(() -> Features.get(OutboxWork.class).carryOut(command));
        }
    }

    void fail(UUID subject, boolean park) throws Exception {
        for (UUID command : commands(subject)) {
            InWorkspace.nobody(workspace).run(() -> Features.get(OutboxWork.class).failed(command, "away", park));
        }
    }

    private static List<UUID> commands(UUID subject) throws Exception {
        return sql("select id from outbox_command where status = 'waiting' and subject_id = '" + subject + "'").stream().map(row -> UUID.fromString(row.get(0))).toList();
    }

    MemberRow row(String email) throws Exception {
        return practitioner().call(() -> members().all()).stream().filter(row -> row.email().equals(email)).findFirst().orElse(null);
    }

    /** The link of the newest mail to that address. */
    String token(String email) throws Exception {
        return one("select body from mail where recipient = '" + email + "' order by created_at desc, id desc limit 1").replaceAll("(?s).*joining\\?t=(\\S+).*", "$1");
    }

    static long mails(String email) throws Exception {
        return Long.parseLong(one("select count(*) from mail where recipient = '" + email + "'"));
    }

    TestProvider provider() {
        return provider;
    }

    static Members members() {
        return Features.get(Members.class);
    }

    static String one(String sql) throws Exception {
        List<List<String>> rows = sql(sql);
        return rows.isEmpty() ? null : rows.get(0).get(0);
    }

    static List<List<String>> sql(String sql) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(connection, sql);
        }
    }
}
