package app.entente.assessment;

import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.note.Drafts;
import app.entente.note.Entries;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.practice.Practices;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Begins the assessments of the current workspace; they are written and signed as entries. */
@Stateless
@UseCases
public class Assessments {

    @Inject
    Practices practices;
    @Inject
    Files files;
    @Inject
    Entries entries;
    @Inject
    Drafts drafts;

    /** Whether this practice writes assessments (rule 1). */
    @RolesAllowed(Role.PRACTITIONER)
    public boolean offered() {
        return !"pair_aidant".equals(practices.profile().getProfession());
    }

    /** The draft there is in a file, else a new one, begun from the last version or from what brought the person (rules 3 and 4). */
    @RolesAllowed(Role.PRACTITIONER)
    public UUID begin(UUID file) {
        ClientFile found = files.find(file);
        if (!offered()) {
            throw new BusinessRuleViolation("assessment.not_offered");
        }
        return drafts.draftOf(file, AssessmentKind.CODE).orElseGet(() -> drafts.begin(file, AssessmentKind.CODE, null,
            entries.latest(file, AssessmentKind.CODE).map(Entry::getContent).orElseGet(() -> EntryContent.nothing().with("request", found.getReason()))));
    }
}
