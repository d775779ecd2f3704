package app.entente.web.agreement;

import app.entente.agreement.Agreement;
import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.signing.Evidence;
import app.entente.signing.EvidenceEvent;
import app.entente.signing.SigningView;
import app.entente.signing.Signings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** A sent agreement for the practice: who has signed, what happened, the sealed document. */
@Named
@RequestScoped
public class AgreementShow {

    @Inject
    private Agreements agreements;
    @Inject
    private Signings signings;
    @Inject
    private Evidence evidence;
    @Inject
    private Seals seals;
    @Inject
    @Param
    private String id;
    private Agreement agreement;
    private AgreementRow row;
    private SigningView signing;
    private List<EvidenceEvent> events;
    private SealedDocument sealed;
    private boolean sound;
    private String reason;

    @PostConstruct
    void load() {
        agreement = agreements.find(Ids.parse(id));
        if (agreement.isDraft()) {
            throw new NotFound();
        }
        row = agreements.row(agreement.getId());
        signing = signings.find(agreement.getSigningId());
        events = evidence.of(agreement.getSigningId());
        sound = evidence.firstBroken(agreement.getSigningId()) == 0;
        sealed = seals.ofSubject("agreement", agreement.getId()).orElse(null);
    }

    /** Takes the agreement back before it is signed by all. */
    public String cancel() {
        signings.cancel(agreement.getSigningId(), reason);
        return "/agreement/show?faces-redirect=true&id=" + id;
    }

    public Agreement getAgreement() {
        return agreement;
    }

    public AgreementRow getRow() {
        return row;
    }

    public SigningView getSigning() {
        return signing;
    }

    public List<EvidenceEvent> getEvents() {
        return events;
    }

    /** Whether every event still has the hash it was written with. */
    public boolean isSound() {
        return sound;
    }

    public SealedDocument getSealed() {
        return sealed;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
