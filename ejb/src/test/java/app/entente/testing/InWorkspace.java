package app.entente.testing;

import app.entente.identity.Caller;
import app.entente.identity.Login;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.TenantLocks;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Somebody in a workspace, as a request puts them there. Each {@link #call} is one request: boundaries called in it open a transaction each.
 *
 * <pre>
 * UUID quebec = RealDatabase.get().newWorkspace("CA-QC");
 * UUID file = InWorkspace.practitioner(quebec).call(() -> Features.get(Files.class).open(details, ""));
 * </pre>
 *
 * @param tenant the workspace; null for the platform outside all of them
 * @param roles roles the container would know in this place
 * @param login who is signed in; null for a visitor
 * @param account their account
 * @param person the person they are in a client's portal; null elsewhere
 */
public record InWorkspace(UUID tenant, Set<String> roles, Login login, UUID account, UUID person) {

    private static final ThreadLocal<InWorkspace> HERE = new ThreadLocal<>();

    /** A practitioner at work, signed in a moment ago. */
    public static InWorkspace practitioner(UUID tenant) {
        return new InWorkspace(tenant, Set.of("practitioner", "person"), login("login"), UUID.randomUUID(), null);
    }

    /** An assistant at work. */
    public static InWorkspace assistant(UUID tenant) {
        return new InWorkspace(tenant, Set.of("assistant", "person"), login("login"), UUID.randomUUID(), null);
    }

    /** A supervisor at work; the account decides which files are named to them. */
    public static InWorkspace supervisor(UUID tenant, UUID account) {
        return new InWorkspace(tenant, Set.of("supervisor", "person"), login("login"), account, null);
    }

    /** A client in their portal. The account is only named, not stored; use {@link #as} where a row refers to it. */
    public static InWorkspace client(UUID tenant, UUID person) {
        return new InWorkspace(tenant, Set.of("client", "person"), login("login"), UUID.randomUUID(), person);
    }

    /** A visitor of the public pages, or work that a timer does. */
    public static InWorkspace nobody(UUID tenant) {
        return new InWorkspace(tenant, Set.of(), null, null, null);
    }

    /** Outside every workspace. */
    public static InWorkspace platform() {
        return nobody(null);
    }

    /** The same place, signed in by that account at that level ({@code login} or {@code signature}), just now. */
    public InWorkspace as(UUID account, String level) {
        return new InWorkspace(tenant, roles, login(level), account, person);
    }

    /** The same place with the login as the provider told it. */
    public InWorkspace with(Login told, UUID account) {
        return new InWorkspace(tenant, roles, told, account, person);
    }

    /** One request: a new request scope, in it the workspace and the caller. */
    public <T> T call(Callable<T> work) throws Exception {
        InWorkspace before = HERE.get();
        RequestContextController request = Features.container().select(RequestContextController.class).get();
        boolean mine = request.activate();
        HERE.set(this);
        try {
            if (tenant != null) {
                Features.get(CurrentTenant.class).enter(tenant);
            }
            Caller caller = Features.get(Caller.class);
            if (login != null) {
                caller.is(login, account, person);
                roles.stream().filter(role -> !role.equals("person")).sorted().reduce((one, other) -> other).ifPresent(caller::actsAs);
                caller.comesFrom("203.0.113.7", "Test browser");
            }
            return work.call();
        } finally {
            HERE.set(before);
            if (mine) {
                request.deactivate();
            }
        }
    }

    /** As {@link #call}, without a result. */
    public void run(Action work) throws Exception {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Work with the persistence context itself, behind both locks, in one transaction that is kept. */
    public <T> T query(Function<EntityManager, T> work) throws Exception {
        return Transactions.begin(Features.unit(), () -> {
            TenantLocks.lock(Transactions.em(), tenant, false);
            return work.apply(Transactions.em());
        });
    }

    /** As {@link #call}, in a request that may change nothing. */
    public <T> T reading(Callable<T> work) throws Exception {
        return call(() -> {
            Features.get(CurrentTenant.class).onlyRead();
            return work.call();
        });
    }

    /** Work with the persistence context while neither lock is closed. */
    public <T> T unlocked(Function<EntityManager, T> work) throws Exception {
        return Transactions.begin(Features.unit(), () -> work.apply(Transactions.em()));
    }

    /** One request whose boundaries share one transaction, as when one calls another. */
    public <T> T inOneTransaction(Callable<T> work) throws Exception {
        return call(() -> Transactions.begin(Features.unit(), work));
    }

    /** One request whose boundaries share one transaction that is written to the database and then undone: it leaves nothing behind. */
    public <T> T withoutTrace(Callable<T> work) throws Exception {
        return inOneTransaction(() -> {
            T result = work.call();
            Transactions.em().flush();
            Transactions.undo();
            return result;
        });
    }

    static Set<String> rolesHere() {
        InWorkspace here = HERE.get();
        return here == null ? Set.of() : here.roles;
    }

    private static Login login(String level) {
        UUID subject = UUID.randomUUID();
        return new Login(subject.toString(), "session-" + subject, TestClock.now(), level, "Test Person", subject + "@demo.example", "fr", false, "");
    }

    /** Work that may throw. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }
}
