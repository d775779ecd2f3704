package app.entente.agreement;

import app.entente.agreement.TemplateContent.Variable;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.file.Files;
import app.entente.file.Supervision;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.Texts;
import app.entente.person.Person;
import app.entente.signing.ConsentToAsk;
import app.entente.signing.DocumentToSign;
import app.entente.signing.PartyToSign;
import app.entente.signing.Signings;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Prepares, sends and finds the agreements of the current workspace. */
@Stateless
@UseCases
public class Agreements {

    /** How long a sent agreement waits for its signatures. */
    static final Duration PATIENCE = Duration.ofDays(30);
    /** Variables that tell of money alone. */
    private static final Set<String> MONEY = Set.of("cancellation_fee", "cancellation_hours", "concluded");
    private static final String ROW = "select new app.entente.agreement.AgreementRow(a.id, a.status, a.createdAt, a.sentAt, a.signingId, a.fileId, t.title, "
        + "p.details.givenName, p.details.familyName, p.details.chosenName) from Agreement a, TemplateVersion v, AgreementTemplate t, Person p "
        + "where v.id = a.templateVersionId and t.id = v.templateId and p.id = a.personId ";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Files files;
    @Inject
    Signings signings;
    @Inject
    Seals seals;
    @Inject
    AgreementFacts facts;
    @Inject
    Workspaces workspaces;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Supervision supervision;
    @Inject
    Clock clock;
    @Inject
    Event<AgreementSent> sent;

    /** Begins a draft for the client of a file, from the latest version of the practice's template. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("agreement.drafted")
    public UUID draft(UUID file) {
        TemplateVersion version = em.createQuery("select v from TemplateVersion v order by v.publishedAt desc", TemplateVersion.class)
            .setMaxResults(1).getResultStream().findFirst().orElseThrow(() -> new BusinessRuleViolation("agreement.no_template"));
        Agreement agreement = new Agreement(file, files.client(file).getId(), version.getId(), clock.instant());
        em.persist(agreement);
        em.flush();
        version.content().variables().stream().filter(v -> !v.fallback().getFr().isEmpty())
            .forEach(v -> em.persist(new AgreementValue(agreement.getId(), v.code(), v.fallback().getFr())));
        return agreement.getId();
    }

    /** A draft with everything its form needs; the missing fields are named in a language. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("agreement.opened")
    public AgreementForm form(UUID id, String language) {
        Agreement agreement = find(id);
        TemplateContent content = version(agreement).content();
        Map<String, String> values = new LinkedHashMap<>();
        content.variables().forEach(v -> values.put(v.code(), ""));
        written(id).forEach(v -> values.put(v.code(), v.value()));
        AgreementText text = text(agreement, content, values, Locale.FRENCH);
        return new AgreementForm(agreement, content, values, text.missing().stream().map(name -> label(content, name, language)).toList());
    }

    /** Replaces what is written in a draft; the version is the one its form was made from. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("agreement.prepared")
    public void prepare(UUID id, int version, Map<String, String> values, UUID service, Collection<String> approaches, Collection<String> leftOut) {
        Agreement agreement = find(id);
        if (agreement.getVersion() != version) {
            throw new OptimisticLockException(agreement);
        }
        agreement.prepare(service, approaches, leftOut);
        TemplateContent content = version(agreement).content();
        Map<String, AgreementValue> before = new HashMap<>();
        written(id).forEach(v -> before.put(v.code(), v));
        for (Variable variable : content.variables()) {
            String value = values.getOrDefault(variable.code(), "");
            AgreementValue known = before.get(variable.code());
            if (known != null) {
                known.write(value == null ? "" : value);
            } else if (value != null && !value.isBlank()) {
                em.persist(new AgreementValue(id, variable.code(), value));
            }
        }
        em.lock(agreement, jakarta.persistence.LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** The draft as it would be sent, for reading. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("agreement.previewed")
    public AgreementText preview(UUID id, String language) {
        Agreement agreement = find(id);
        Map<String, String> values = new HashMap<>();
        written(id).forEach(v -> values.put(v.code(), v.value()));
        return text(agreement, version(agreement).content(), values, locale(language));
    }

    /** Freezes the text and asks the client, then the practice, to sign (rules 2, 4, 5 and 7). */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("agreement.sent")
    public void send(UUID id) {
        Agreement agreement = find(id);
        if (!agreement.isDraft()) {
            throw new BusinessRuleViolation("agreement.frozen");
        }
        AgreementText french = preview(id, "fr");
        if (!french.missing().isEmpty()) {
            throw new BusinessRuleViolation("agreement.incomplete", french.missing().size());
        }
        Person client = files.client(agreement.getFileId());
        if (client.getSafeEmail() == null || client.getSafeEmail().isBlank()) {
            throw new BusinessRuleViolation("agreement.no_safe_mail");
        }
        List<AgreementText> texts = new ArrayList<>(List.of(french));
        if ("en".equals(client.getLanguage())) {
            texts.add(preview(id, "en"));
        }
        List<DocumentToSign> documents = texts.stream().map(text -> new DocumentToSign(text.locale().getLanguage(), facts.document(text))).toList();
        List<ConsentToAsk> consents = texts.stream().flatMap(text -> text.consents().stream().map(c -> new ConsentToAsk(c.code(), text.locale().getLanguage(),
            c.required(), text.text(c), (client.isTu() ? c.helpTu() : c.help()).in(text.locale().getLanguage())))).toList();
        List<PartyToSign> parties = List.of(
            new PartyToSign(client.getId(), null, client.getName(), inBoth(locale -> Texts.of("agreement.capacity.client", locale, false))),
            new PartyToSign(null, caller.accountId(), caller.name(), inBoth(facts::title)));
        agreement.send(signings.begin("agreement", id, documents, parties, consents, clock.instant().plus(PATIENCE)), clock.instant());
        em.flush();
        sent.fire(new AgreementSent(id, client.getId()));
    }

    /** One agreement; a client finds only their own, and no draft. */
    @RolesAllowed({Role.PRACTITIONER, Role.CLIENT})
    @Audited("agreement.opened")
    public Agreement find(UUID id) {
        Agreement agreement = em.createQuery("select a from Agreement a where a.id = :id", Agreement.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        if (caller.personId() != null && (!agreement.getPersonId().equals(caller.personId()) || agreement.isDraft())) {
            throw new NotFound();
        }
        return agreement;
    }

    /** One agreement as a row. */
    @RolesAllowed({Role.PRACTITIONER, Role.CLIENT})
    @Audited("agreement.opened")
    public AgreementRow row(UUID id) {
        find(id);
        return em.createQuery(ROW + "and a.id = :id", AgreementRow.class).setParameter("id", id).getSingleResult();
    }

    /** The signed and sealed document, to take away; not found until it is sealed, or when it is somebody else's. */
    @RolesAllowed({Role.PRACTITIONER, Role.CLIENT})
    @Audited("agreement.downloaded")
    public SealedCopy document(UUID id) {
        return copy("agreement", id);
    }

    /** The sealed evidence of its signing, to take away; refused like {@link #document}. */
    @RolesAllowed({Role.PRACTITIONER, Role.CLIENT})
    @Audited("agreement.evidence_downloaded")
    public SealedCopy evidence(UUID id) {
        return copy("evidence", id);
    }

    /** Agreements of the practice, latest first; at most 100. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<AgreementRow> page() {
        return em.createQuery(ROW + "order by a.createdAt desc", AgreementRow.class).setMaxResults(100).getResultList();
    }

    /** Agreements of one file, latest first; a supervisor finds those of a file that is named to them. */
    @RolesAllowed({Role.PRACTITIONER, Role.SUPERVISOR})
    public List<AgreementRow> ofFile(UUID file) {
        supervision.mustRead(file);
        return em.createQuery(ROW + "and a.fileId = :file order by a.createdAt desc", AgreementRow.class).setParameter("file", file).getResultList();
    }

    /** The signed-in client's own agreements, latest first; drafts are the practice's own affair. */
    @RolesAllowed(Role.CLIENT)
    public List<AgreementRow> mine() {
        return em.createQuery(ROW + "and a.personId = :person and a.status <> 'draft' order by a.createdAt desc", AgreementRow.class)
            .setParameter("person", caller.personId()).getResultList();
    }

    private SealedCopy copy(String kind, UUID id) {
        SealedDocument sealed = seals.ofSubject(kind, find(id).getId()).orElseThrow(NotFound::new);
        return new SealedCopy(sealed.getSealedAt(), seals.bytes(sealed.getId()));
    }

    /** What the latest signed agreement of a file says about money; empty when none is signed by all. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Optional<AgreementTerms> terms(UUID file) {
        return Optional.ofNullable(terms(List.of(file)).get(file));
    }

    /** The same of several files; those without a signed agreement are left out. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, AgreementTerms> terms(Collection<UUID> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Agreement> latest = new HashMap<>();
        em.createQuery("select a from Agreement a where a.fileId in :files and a.status in ('active', 'sealing') order by a.sentAt", Agreement.class)
            .setParameter("files", files).getResultStream().forEach(agreement -> latest.put(agreement.getFileId(), agreement));
        if (latest.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, String>> values = new HashMap<>();
        em.createQuery("select v.agreementId, v.code, v.value from AgreementValue v where v.agreementId in :agreements and v.code in :codes", Object[].class)
            .setParameter("agreements", latest.values().stream().map(Agreement::getId).toList()).setParameter("codes", MONEY).getResultStream()
            .forEach(row -> values.computeIfAbsent((UUID) row[0], id -> new HashMap<>()).put((String) row[1], (String) row[2]));
        Map<UUID, Signings.Given> given = signings.given(latest.values().stream().map(Agreement::getSigningId).toList());
        Map<UUID, AgreementTerms> terms = new HashMap<>();
        latest.forEach((file, agreement) -> {
            Signings.Given signed = given.getOrDefault(agreement.getSigningId(), new Signings.Given(null, Set.of()));
            terms.put(file, new AgreementTerms(agreement.getId(), signed.at(), signed.consents(), values.getOrDefault(agreement.getId(), Map.of())));
        });
        return terms;
    }

    private AgreementText text(Agreement agreement, TemplateContent content, Map<String, String> values, Locale locale) {
        Locale placed = locale.getCountry().isEmpty() ? locale(locale.getLanguage()) : locale;
        return facts.fill(agreement, content, values, files.client(agreement.getFileId()), placed);
    }

    private Bilingual inBoth(Function<Locale, String> text) {
        return new Bilingual(text.apply(locale("fr")), text.apply(locale("en")));
    }

    private Locale locale(String language) {
        Workspace workspace = workspaces.find(tenant.id());
        return Texts.locale(language, workspace.getJurisdiction());
    }

    private String label(TemplateContent content, String name, String language) {
        return content.variables().stream().filter(v -> v.code().equals(name)).findFirst().map(v -> v.label().in(language))
            .orElseGet(() -> Texts.of("agreement.fact." + name, locale(language), false));
    }

    private TemplateVersion version(Agreement agreement) {
        return em.createQuery("select v from TemplateVersion v where v.id = :id", TemplateVersion.class)
            .setParameter("id", agreement.getTemplateVersionId()).getSingleResult();
    }

    private List<AgreementValue> written(UUID agreement) {
        return em.createQuery("select v from AgreementValue v where v.agreementId = :agreement", AgreementValue.class)
            .setParameter("agreement", agreement).getResultList();
    }
}
