package app.entente.signing;

import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.DocumentStore;
import app.entente.document.FrozenSource;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Freezes, shows and signs. The numbers in comments are the rules of this package. */
@Stateless
@UseCases
public class Signings {

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    DocumentRenderer renderer;
    @Inject
    DocumentStore store;
    @Inject
    Evidence evidence;
    @Inject
    Caller caller;
    @Inject
    Clock clock;
    @Inject
    Event<PartySigned> partySigned;
    @Inject
    Event<SigningEnded> ended;

    /** Freezes documents and asks these parties, in this order, to sign them until that time. The first document is the one shown first. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("signing.begun")
    public UUID begin(String subjectKind, UUID subject, List<DocumentToSign> documents, List<PartyToSign> parties, List<ConsentToAsk> consents,
        Instant expiresAt) {
        Signing signing = new Signing(subjectKind, subject, documents.get(0).language(), clock.instant(), expiresAt);
        em.persist(signing);
        em.flush();
        int position = 1;
        for (PartyToSign party : parties) {
            em.persist(new SigningParty(signing.getId(), position++, party));
        }
        position = 1;
        for (ConsentToAsk consent : consents) {
            em.persist(new ConsentText(signing.getId(), position++, consent));
        }
        em.flush();
        for (DocumentToSign document : documents) {
            FrozenDocument frozen = freeze(signing.getId(), document);
            evidence.add(signing.getId(), "frozen", Map.of("language", frozen.getLanguage(), "sha256", frozen.getSha256(), "document", frozen.documentId().toString()));
        }
        evidence.add(signing.getId(), "sent", Map.of("expiresAt", expiresAt.toString(), "parties", String.valueOf(parties.size())));
        return signing.getId();
    }

    /** The signing as the caller sees it: as its client, or as a practitioner of the workspace. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.opened")
    public SigningView find(UUID id) {
        Signing signing = em.createQuery("select s from Signing s where s.id = :id", Signing.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        List<SigningParty> parties = parties(id);
        SigningParty me = parties.stream().filter(this::isCaller).findFirst().orElse(null);
        if (caller.personId() != null && me == null) {
            throw new NotFound();
        }
        boolean myTurn = me != null && me.isWaiting() && "open".equals(signing.getStatus()) && clock.instant().isBefore(signing.getExpiresAt())
            && parties.stream().filter(p -> p.getPosition() < me.getPosition()).allMatch(p -> "signed".equals(p.getStatus()));
        return new SigningView(signing, documents(signing), parties, me, myTurn, me == null ? List.of() : shownTo(id));
    }

    /** The consents asked of the client, in a language. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    public List<ConsentText> consents(UUID id, String language) {
        find(id);
        return em.createQuery("select c from ConsentText c where c.signingId = :id and c.language = :language order by c.position", ConsentText.class)
            .setParameter("id", id).setParameter("language", language).getResultList();
    }

    /** What the client of a signing consented to when they signed: codes of the boxes they ticked. Nothing when they have not signed. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Given given(UUID id) {
        if (em.createQuery("select count(s) from Signing s where s.id = :id", Long.class).setParameter("id", id).getSingleResult() == 0) {
            throw new NotFound();
        }
        return given(List.of(id)).getOrDefault(id, new Given(null, Set.of()));
    }

    /** The same of several signings; those that nobody has signed are left out. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Map<UUID, Given> given(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Given> all = new HashMap<>();
        em.createQuery("select a, p.signingId, p.part from SigningAct a, SigningParty p where p.signingId in :signings and a.partyId = p.id "
            + "and a.status = 'signed' order by a.signedAt", Object[].class).setParameter("signings", ids).getResultStream().forEach(row -> {
                SigningAct act = (SigningAct) row[0];
                Set<String> consents = new HashSet<>(all.getOrDefault((UUID) row[1], new Given(null, Set.of())).consents());
                if ("client".equals(row[2])) {
                    consents.addAll(act.consents());
                }
                all.put((UUID) row[1], new Given(act.signedAt(), consents));
            });
        return all;
    }

    /**
     * What was given with a signature.
     *
     * @param at when the last party signed; null when nobody has
     * @param consents codes of the boxes that the client ticked
     */
    public record Given(Instant at, Set<String> consents) {
    }

    /** The text of the frozen document for the screen; notes that it was shown. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.shown")
    public String show(UUID id, String language) {
        SigningView view = find(id);
        FrozenDocument document = view.in(language);
        note(view, "document_shown", document, "screen");
        return FrozenSource.markup(FrozenSource.read(store.get(document.sourceId())));
    }

    /** The frozen bytes; notes that they were fetched. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.downloaded")
    public byte[] fetch(UUID id, String language) {
        SigningView view = find(id);
        FrozenDocument document = view.in(language);
        note(view, "document_fetched", document, "pdf");
        return store.get(document.documentId());
    }

    /**
     * The caller wishes to be bound by another language than the first; refused before the first was shown, and to all but the first who signs
     * (rule 10).
     */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.language_chosen")
    public void wish(UUID id, String language) {
        SigningView view = mine(id);
        view.signing().mustBeOpen(clock.instant());
        if (!view.mayWish()) {
            throw new BusinessRuleViolation("signing.not_your_turn");
        }
        if (!view.shown().contains(view.signing().getFirstLanguage())) {
            throw new BusinessRuleViolation("signing.not_shown");
        }
        if (!view.in(language).getLanguage().equals(view.me().getChosenLanguage())) {
            view.me().wishes(view.in(language).getLanguage());
            evidence.add(id, "language_wished", Map.of("language", language, "sha256", view.in(language).getSha256()));
        }
    }

    /** The caller means to sign: rules 2 to 5. What is returned goes to the identity provider for proof. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.intended")
    public Intent intend(UUID id, Collection<String> ticked, String typedName, String drawing) {
        SigningView view = mine(id);
        view.signing().mustBeOpen(clock.instant());
        if (!view.myTurn()) {
            throw new BusinessRuleViolation("signing.not_your_turn");
        }
        FrozenDocument document = view.in(view.language());
        if (!view.shown().contains(document.getLanguage())) {
            throw new BusinessRuleViolation("signing.not_shown");
        }
        List<ConsentText> asked = "client".equals(view.me().getPart()) ? consents(id, document.getLanguage()) : List.of();
        if (asked.stream().anyMatch(c -> c.isRequired() && !ticked.contains(c.getCode()))) {
            throw new BusinessRuleViolation("signing.consent_missing");
        }
        if (typedName == null || !SignedName.matches(typedName, view.me().getName())) {
            throw new BusinessRuleViolation("signing.other_name", view.me().getName());
        }
        byte[] png = Drawing.png(drawing);
        UUID drawingId = png == null ? null : store.put("drawing", "image/png", png);
        acts(view.me().getId(), "intended").forEach(SigningAct::lapse);
        String nonce = new BigInteger(160, RANDOM).toString(32);
        List<String> given = asked.stream().map(ConsentText::getCode).filter(ticked::contains).toList();
        SigningAct act = new SigningAct(view.me().getId(), caller.accountId(), nonce, document.getSha256(), given, typedName.strip(), drawingId, clock.instant());
        em.persist(act);
        for (ConsentText consent : asked) {
            evidence.add(id, given.contains(consent.getCode()) ? "consent_given" : "consent_not_given",
                Map.of("code", consent.getCode(), "language", consent.getLanguage(), "sha256", consent.getSha256()));
        }
        evidence.add(id, "reauthentication_requested", Map.of("act", act.getId().toString(), "document", document.getSha256(),
            "drawing", png == null ? "" : Sha256.of(png).hex()));
        return new Intent(act.getId(), nonce);
    }

    /** The identity provider has answered: the intent becomes a signature, once (rule 6). */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.signed")
    public UUID prove(UUID actId, Proof proof) {
        SigningAct act = em.createQuery("select a from SigningAct a where a.id = :id", SigningAct.class).setParameter("id", actId)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
        SigningParty party = em.createQuery("select p from SigningParty p where p.id = :id", SigningParty.class)
            .setParameter("id", act.partyId()).getSingleResult();
        Signing signing = em.find(Signing.class, party.signingId(), LockModeType.PESSIMISTIC_WRITE);
        SigningView view = mine(signing.getId());
        signing.mustBeOpen(clock.instant());
        if (!view.me().getId().equals(party.getId()) || !view.myTurn() || !view.in(view.language()).getSha256().equals(act.frozenSha256())) {
            throw new BusinessRuleViolation("signing.not_proved");
        }
        act.prove(proof, caller.accountId(), clock.instant());
        party.signed();
        evidence.add(signing.getId(), "reauthentication_done", Map.of("act", actId.toString(), "acr", proof.level(), "authTime", proof.authenticatedAt().toString()));
        evidence.add(signing.getId(), "signed", Map.of("party", String.valueOf(party.getPosition()), "name", act.typedName(),
            "capacity", party.getCapacity().in(view.language()), "document", act.frozenSha256(), "consents", String.join(" ", act.consents()), "statement", "I sign this document"));
        boolean last = parties(signing.getId()).stream().noneMatch(SigningParty::isWaiting);
        if (last) {
            signing.allSigned();
        }
        partySigned.fire(new PartySigned(signing.getId(), signing.getSubjectKind(), signing.getSubjectId(), party.getPart(), last));
        return signing.getId();
    }

    /** The caller declines, with a reason in their own words. */
    @RolesAllowed({Role.CLIENT, Role.PRACTITIONER})
    @Audited("signing.declined")
    public void decline(UUID id, String reason) {
        SigningView view = mine(id);
        view.signing().mustBeOpen(clock.instant());
        if (!view.myTurn()) {
            throw new BusinessRuleViolation("signing.not_your_turn");
        }
        view.me().declined();
        end(view.signing(), "declined", reason);
    }

    /** A practitioner takes back what was sent; refused after the last signature (rule 9). */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("signing.cancelled")
    public void cancel(UUID id, String reason) {
        Signing signing = find(id).signing();
        signing.mustBeOpen(clock.instant());
        end(signing, "voided", reason);
    }

    private void end(Signing signing, String how, String reason) {
        signing.end(how, reason, clock.instant());
        evidence.add(signing.getId(), how, Map.of("reason", reason == null ? "" : reason));
        ended.fire(new SigningEnded(signing.getId(), signing.getSubjectKind(), signing.getSubjectId(), how, reason));
    }

    private FrozenDocument freeze(UUID signing, DocumentToSign document) {
        DocumentSource source = document.source();
        byte[] pdf = renderer.render(source);
        FrozenDocument frozen = new FrozenDocument(signing, document.language(), source.title(), store.put("frozen_source", "application/json", FrozenSource.write(source)),
            store.put("frozen_document", "application/pdf", pdf), Sha256.of(pdf).hex());
        em.persist(frozen);
        return frozen;
    }

    private SigningView mine(UUID id) {
        SigningView view = find(id);
        if (view.me() == null) {
            throw new NotFound();
        }
        return view;
    }

    private boolean isCaller(SigningParty party) {
        return caller.personId() != null ? caller.personId().equals(party.getPersonId()) : caller.accountId().equals(party.getAccountId());
    }

    private void note(SigningView view, String kind, FrozenDocument document, String how) {
        if (view.me() != null && "open".equals(view.signing().getStatus())) {
            evidence.add(view.id(), kind, Map.of("language", document.getLanguage(), "sha256", document.getSha256(), "how", how,
                "party", String.valueOf(view.me().getPosition())));
        }
    }

    private List<String> shownTo(UUID signing) {
        return evidence.of(signing).stream().filter(event -> event.getKind().startsWith("document_")).map(EvidenceEvent::said)
            .filter(said -> caller.subject().equals(said.getString("account", null)))
            .map(said -> said.getJsonObject("details").getString("language")).distinct().toList();
    }

    private List<SigningAct> acts(UUID party, String status) {
        return em.createQuery("select a from SigningAct a where a.partyId = :party and a.status = :status", SigningAct.class)
            .setParameter("party", party).setParameter("status", status).getResultList();
    }

    private List<SigningParty> parties(UUID signing) {
        return em.createQuery("select p from SigningParty p where p.signingId = :signing order by p.position", SigningParty.class)
            .setParameter("signing", signing).getResultList();
    }

    private List<FrozenDocument> documents(Signing signing) {
        return em.createQuery("select d from FrozenDocument d where d.signingId = :signing order by case when d.language = :first then 0 else 1 end",
            FrozenDocument.class).setParameter("signing", signing.getId()).setParameter("first", signing.getFirstLanguage()).getResultList();
    }
}
