package app.entente.web.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A box to tick, with its words beside it. */
public class Box extends Field {

    @Override
    public void encodeBegin(FacesContext context, UIComponent field) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", field);
        out.writeAttribute("class", "field checkbox", null);
        out.startElement("div", field);
        out.writeAttribute("class", "check", null);
        writeControl(context, field, attributes(context, field));
        writeLabel(context, field, "label");
        out.endElement("div");
        writeHelp(context, field);
        writeRefusal(context, field);
        out.endElement("div");
    }
}
