package app.entente.web.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;

/** One or several choices of a few, all in sight under what is asked. */
public class Group extends Field {

    @Override
    public void encodeBegin(FacesContext context, UIComponent field) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("fieldset", null);
        out.writeAttribute("class", "field", null);
        out.writeAttribute("id", field.getClientId(context) + "-group", null);
        out.writeAttribute("aria-describedby", describedBy(context, field), null);
        writeLabel(context, field, "legend");
        writeHelp(context, field);
        writeControl(context, field, Map.of());
        writeRefusal(context, field);
        out.endElement("fieldset");
    }
}
