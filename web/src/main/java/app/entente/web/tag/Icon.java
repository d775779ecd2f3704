package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A drawing of ours, always beside a word: {@code name} is its symbol in {@code resources/entente/icons.svg}. */
@FacesComponent(Icon.TYPE)
public class Icon extends UIComponentBase {

    static final String TYPE = "app.entente.Icon";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        write(context, this, Attributes.text(this, "name"));
    }

    /** Draws it for another element. */
    static void write(FacesContext context, UIComponentBase element, String name) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("svg", element);
        out.writeAttribute("class", "icon", null);
        out.writeAttribute("aria-hidden", "true", null);
        out.writeAttribute("focusable", "false", null);
        out.startElement("use", element);
        out.writeAttribute("href", context.getExternalContext().getRequestContextPath() + "/resources/entente/icons.svg#" + name, null);
        out.endElement("use");
        out.endElement("svg");
    }
}
