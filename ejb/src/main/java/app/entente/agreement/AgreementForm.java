package app.entente.agreement;

import app.entente.agreement.TemplateContent.Clause;
import java.util.List;
import java.util.Map;

/**
 * A draft as its form needs it.
 *
 * @param agreement the draft
 * @param content its template
 * @param values what is written, with the defaults of the template where nothing is
 * @param missing labels of what must still be filled in, in the language asked for
 */
public record AgreementForm(Agreement agreement, TemplateContent content, Map<String, String> values, List<String> missing) {

    /** Clauses the practitioner may leave out. */
    public List<Clause> optionalClauses() {
        return content.clauses().stream().filter(Clause::optional).toList();
    }
}
