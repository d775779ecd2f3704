package app.entente.signing;

/**
 * A consent to ask for beside the signature.
 *
 * @param code its name, the same in each language
 * @param language {@code fr} or {@code en}
 * @param required whether nothing can be signed without it
 * @param text what is consented to
 * @param help what it means to tick it or not
 */
public record ConsentToAsk(String code, String language, boolean required, String text, String help) {
}
