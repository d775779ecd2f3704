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

    /**
     * The language that binds the party who looks: the one that was signed already, since all sign the same bytes; else the one they wished; else
     * the first (rule 10).
     */
    public String language() {
        SigningParty decides = parties.stream().filter(p -> "signed".equals(p.getStatus())).findFirst().orElse(me);
        return decides == null || decides.getChosenLanguage() == null ? signing.getFirstLanguage() : decides.getChosenLanguage();
    }

    /** Whether the party who looks may still say which language is to bind: it is their turn, and they are the first to sign. */
    public boolean mayWish() {
        return myTurn && parties.stream().noneMatch(p -> "signed".equals(p.getStatus()));
    }

    public UUID id() {
        return signing.getId();
    }

    /** Whether another language than the first may be wished. */
    public boolean bilingual() {
        return documents.size() > 1;
    }
}
