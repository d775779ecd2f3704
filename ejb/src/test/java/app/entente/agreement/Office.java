package app.entente.agreement;

import app.entente.catalogue.Catalogue;
import app.entente.file.Files;
import app.entente.identity.Accounts;
import app.entente.identity.Login;
import app.entente.identity.Seats;
import app.entente.person.PersonDetails;
import app.entente.practice.PracticeEstablished;
import app.entente.practice.Practices;
import app.entente.seed.Seed;
import app.entente.signing.ConsentText;
import app.entente.signing.Intent;
import app.entente.signing.Proof;
import app.entente.signing.SigningView;
import app.entente.signing.SigningWork;
import app.entente.signing.Signings;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A practice of its own for one test class, with its template, its practitioner and the steps of an agreement as their people take them: each
 * step is one request by the one who takes it.
 *
 * @param tenant its workspace
 * @param practitioner whose practice it is
 */
public record Office(UUID tenant, InWorkspace practitioner) {

    /** The practitioner's name. */
    public static final String PRACTITIONER = "Maude Lavigne";

    /**
     * Somebody accompanied, with an account.
     *
     * @param portal that person in their portal
     * @param name what they sign with
     */
    public record Client(UUID file, UUID person, InWorkspace portal, String name) {
    }

    /** Opens a practice of Québec ({@code CA-QC}) or of France ({@code FR}). */
    public static Office open(String jurisdiction) throws Exception {
        UUID tenant = RealDatabase.get().newWorkspace(jurisdiction);
        Seed seed = Seed.of("CA-QC".equals(jurisdiction) ? "maude-lavigne" : "camille-aubry");
        InWorkspace practitioner = InWorkspace.practitioner(tenant);
        UUID account = account(practitioner.login());
        practitioner.inOneTransaction(() -> {
            Features.get(Practices.class).establish(seed.profile(), seed.texts(), seed.services());
            Features.get(Practices.class).enact(seed.laws());
            Features.get(Catalogue.class).adopt(seed.approaches(), seed.steps());
            Features.get(Seats.class).seatOwner(account);
            Features.get(AgreementTemplates.class).adopt(new PracticeEstablished(tenant, "w-" + tenant));
            return null;
        });
        return new Office(tenant, practitioner.with(named(practitioner.login(), PRACTITIONER), account));
    }

    /** A new client who reads that language and has a portal. */
    public Client client(String given, String family, String language) throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName(given);
        details.setFamilyName(family);
        details.setLanguage(language);
        details.setPhone("450-555-0161");
        details.setEmail("client-" + UUID.randomUUID() + "@demo.example");
        UUID file = practitioner.call(() -> Features.get(Files.class).open(details, ""));
        UUID person = practitioner.call(() -> Features.get(Files.class).client(file).getId());
        InWorkspace portal = InWorkspace.client(tenant, person);
        UUID account = account(portal.login());
        practitioner.run(() -> Features.get(Seats.class).openPortal(person, account, null));
        return new Client(file, person, portal.with(named(portal.login(), given + " " + family), account), given + " " + family);
    }

    /** A draft with nothing written but the template's defaults. */
    public UUID draft(Client client) throws Exception {
        return practitioner.call(() -> agreements().draft(client.file()));
    }

    /** Fills in a draft with all that it needs. */
    public void prepare(UUID agreement, Map<String, String> more) throws Exception {
        practitioner.run(() -> {
            AgreementForm form = agreements().form(agreement, "fr");
            Map<String, String> values = new HashMap<>(form.values());
            values.putAll(Map.of("request", "Y voir plus clair.", "aims", "Dormir mieux.", "hosting", "Québec, sur un ordinateur d’essai", "start_date", "2026-12-01"));
            values.putAll(more);
            UUID service = Features.get(Practices.class).services().stream().filter(s -> s.getPrice().minor() > 0).findFirst().orElseThrow().getId();
            List<String> approaches = Features.get(Catalogue.class).approaches().stream().limit(2).map(a -> a.getCode()).toList();
            agreements().prepare(agreement, form.agreement().getVersion(), values, service, approaches, List.of());
        });
    }

    /** An agreement written and sent to that client. */
    public UUID sent(Client client) throws Exception {
        UUID agreement = draft(client);
        prepare(agreement, Map.of());
        practitioner.run(() -> agreements().send(agreement));
        return agreement;
    }

    /** The signing of a sent agreement. */
    public UUID signing(UUID agreement) throws Exception {
        return agreement(agreement).getSigningId();
    }

    /** The agreement as the practice finds it. */
    public Agreement agreement(UUID agreement) throws Exception {
        return practitioner.call(() -> agreements().find(agreement));
    }

    /** The signing as somebody sees it. */
    public SigningView view(InWorkspace who, UUID signing) throws Exception {
        return who.call(() -> signings().find(signing));
    }

    /** Puts a document on somebody's screen. */
    public String show(InWorkspace who, UUID signing, String language) throws Exception {
        return who.call(() -> signings().show(signing, language));
    }

    /** Somebody means to sign, with these boxes ticked. */
    public Intent intend(InWorkspace who, UUID signing, List<String> ticked, String name) throws Exception {
        return who.call(() -> signings().intend(signing, ticked, name, null));
    }

    /** The identity provider answers for somebody, freshly and at the level of signatures. */
    public void prove(InWorkspace who, Intent intent) throws Exception {
        who.run(() -> signings().prove(intent.actId(), fresh(intent)));
    }

    /** A proof that holds. */
    public static Proof fresh(Intent intent) {
        return new Proof(intent.nonce(), "signature", TestClock.now(), "proof-session");
    }

    /** The boxes without which nothing can be signed. */
    public List<String> required(InWorkspace who, UUID signing, String language) throws Exception {
        return who.call(() -> signings().consents(signing, language)).stream().filter(ConsentText::isRequired).map(ConsentText::getCode).toList();
    }

    /** The client reads the French text, ticks what is required and signs. */
    public void clientSigns(Client client, UUID signing) throws Exception {
        show(client.portal(), signing, "fr");
        prove(client.portal(), intend(client.portal(), signing, required(client.portal(), signing, "fr"), client.name()));
    }

    /** The practitioner reads the text in that language and counter-signs. */
    public void practitionerSigns(UUID signing, String language) throws Exception {
        show(practitioner, signing, language);
        prove(practitioner, intend(practitioner, signing, List.of(), PRACTITIONER));
    }

    /** What the timer does for one signing. */
    public void finish(UUID signing) throws Exception {
        InWorkspace.nobody(tenant).run(() -> Features.get(SigningWork.class).finish(signing));
    }

    /** An agreement that both have signed and that is sealed. */
    public UUID active(Client client) throws Exception {
        UUID agreement = sent(client);
        clientSigns(client, signing(agreement));
        practitionerSigns(signing(agreement), "fr");
        finish(signing(agreement));
        return agreement;
    }

    /** Rows of a query by the application's role in this workspace. */
    public List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return RealDatabase.rows(connection, sql);
        }
    }

    /** Plain SQL by the application's role in this workspace, undone afterwards. */
    public int execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(sql);
            connection.rollback();
            return changed;
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = RealDatabase.get().connect(As.APPLICATION);
        connection.setAutoCommit(false);
        RealDatabase.rows(connection, "select set_config('app.tenant', '" + tenant + "', true)");
        return connection;
    }

    private static UUID account(Login login) throws Exception {
        return InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure(login.subject(), login.email(), "fr"));
    }

    private static Login named(Login login, String name) {
        return new Login(login.subject(), login.sessionId(), login.authenticatedAt(), login.level(), name, login.email(), "fr", false, "");
    }

    private static Agreements agreements() {
        return Features.get(Agreements.class);
    }

    private static Signings signings() {
        return Features.get(Signings.class);
    }
}
