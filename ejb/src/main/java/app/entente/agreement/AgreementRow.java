package app.entente.agreement;

import app.entente.kernel.Bilingual;
import java.time.Instant;
import java.util.UUID;

/** An agreement in a list. */
public record AgreementRow(UUID id, String status, Instant createdAt, Instant sentAt, UUID signingId, UUID fileId, Bilingual title, String givenName,
    String familyName, String chosenName) {

    /** The client's name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    /** Whether the practice is to counter-sign. */
    public boolean awaitsPractice() {
        return "signed_by_client".equals(status);
    }

    /** Whether the client is to sign. */
    public boolean awaitsClient() {
        return "sent".equals(status);
    }
}
