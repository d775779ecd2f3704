package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** One choice of a list in a form that only asks, outside Faces: {@code value}, {@code label}, and {@code selected} when it is the present one. */
@FacesComponent(Option.TYPE)
public class Option extends UIComponentBase {

    static final String TYPE = "app.entente.Option";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("option", this);
        out.writeAttribute("value", Attributes.text(this, "value"), null);
        out.writeAttribute("selected", Attributes.is(this, "selected"), null);
        out.writeText(Attributes.text(this, "label"), null);
        out.endElement("option");
    }
}
