package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlInputText;

/** An amount with its {@code unit} beside it; the page gives its converter. */
@FacesComponent(Amount.TYPE)
public class Amount extends HtmlInputText {

    static final String TYPE = "app.entente.Amount";
}
