package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlSelectManyCheckbox;

/** Several choices of a few, in a list; its value is a collection or an array. */
@FacesComponent(Choices.TYPE)
public class Choices extends HtmlSelectManyCheckbox {

    static final String TYPE = "app.entente.Choices";

    @Override
    public String getLayout() {
        return "list";
    }

    @Override
    public String getStyleClass() {
        return "choices";
    }
}
