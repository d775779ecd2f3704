package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlSelectOneRadio;

/** One choice of a few, in a list. */
@FacesComponent(Choice.TYPE)
public class Choice extends HtmlSelectOneRadio {

    static final String TYPE = "app.entente.Choice";

    @Override
    public String getLayout() {
        return "list";
    }

    @Override
    public String getStyleClass() {
        return "choices";
    }
}
