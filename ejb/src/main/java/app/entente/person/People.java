package app.entente.person;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.NotFound;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The people of the current workspace. */
@Stateless
@UseCases
public class People {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Caller caller;
    @Inject
    Clock clock;

    /** One person. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("person.opened")
    public Person find(UUID id) {
        return read(id);
    }

    /** The person that the signed-in client is here. */
    @RolesAllowed(Role.CLIENT)
    public Person myself() {
        return read(caller.personId());
    }

    /** One person, for work that runs without anybody signed in (mails, invitations). */
    @PermitAll
    public Person known(UUID id) {
        return read(id);
    }

    /** Replaces what is written about a person; the version is the one the form was made from. A change between tu and vous is noted (rule 3). */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("person.corrected")
    public void correct(UUID id, @Valid @NotNull PersonDetails details, int version) {
        Person person = read(id);
        if (person.getVersion() != version) {
            throw new OptimisticLockException(person);
        }
        note(person, details.getAddressForm(), false);
        person.correct(details);
    }

    /** Takes over what the signed-in client chooses for themselves (rule 3). */
    @RolesAllowed(Role.CLIENT)
    @Audited("person.preferences_chosen")
    public void choose(@Valid @NotNull Preferences preferences) {
        Person me = read(caller.personId());
        note(me, preferences.addressForm(), true);
        me.choose(preferences);
    }

    /** Each time this relation went from tu to vous or back, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<AddressChange> changes(UUID id) {
        return em.createQuery("select c from AddressChange c where c.personId = :id order by c.at desc", AddressChange.class)
            .setParameter("id", read(id).getId()).getResultList();
    }

    /** Further ways to reach a person. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public List<Contact> contacts(UUID id) {
        return em.createQuery("select c from Contact c where c.personId = :id order by c.id", Contact.class).setParameter("id", id).getResultList();
    }

    /** Adds a way to reach a person; refused as {@link Contact#Contact} says. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("person.contact_added")
    public void addContact(UUID id, String kind, String label, String value, boolean safe, boolean voicemailSafe) {
        em.persist(new Contact(read(id).getId(), kind, label, value, safe, voicemailSafe));
    }

    /** Takes a way to reach a person away. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    @Audited("person.contact_removed")
    public void removeContact(UUID contact) {
        em.remove(em.createQuery("select c from Contact c where c.id = :id", Contact.class).setParameter("id", contact)
            .getResultStream().findFirst().orElseThrow(NotFound::new));
    }

    private void note(Person person, String form, boolean byClient) {
        String before = person.getDetails().getAddressForm();
        if (!before.equals(form)) {
            em.persist(new AddressChange(person.getId(), before, form, byClient, caller.accountId(), clock.instant()));
        }
    }

    private Person read(UUID id) {
        return em.createQuery("select p from Person p where p.id = :id", Person.class).setParameter("id", id)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }
}
