package app.entente.signing;

import java.util.List;
import java.util.UUID;

/**
 * A signing as one of its parties sees it.
 *
 * @param signing the signing
 * @param documents the frozen documents, the one shown first in front
 * @param parties who signs, in order
 * @param me the party who looks; null when they only watch
 * @param myTurn whether it is this party's turn to sign
 * @param shown languages already shown to this party
 */
public record SigningView(Signing signing, List<FrozenDocument> documents, List<SigningParty> parties, SigningParty me, boolean myTurn,
    List<String> shown) {

    /** The document in a language; the first one when there is none. */
    public FrozenDocument in(String language) {
        return documents.stream().filter(d -> d.getLanguage().equals(language)).findFirst().orElse(documents.get(0));
    }

    public UUID id() {
        return signing.getId();
    }

    /** Whether another language than the first may be wished. */
    public boolean bilingual() {
        return documents.size() > 1;
    }
}
