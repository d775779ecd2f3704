package app.entente.web.tag;

import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;

/**
 * An entry of the practice's menu, written for whom may open its page: {@code to} is {@code /folder/page}, marked as the current one on all pages
 * of that folder and of the {@code also} one. {@code item} is {@code main} or {@code rest} (left out on a phone); without it no item of a list
 * stands around the link.
 */
@FacesComponent(Entry.TYPE)
public class Entry extends UIComponentBase {

    static final String TYPE = "app.entente.Entry";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        String to = Attributes.text(this, "to");
        if (!Me.of(context).may(to.substring(1))) {
            return;
        }
        Here here = Here.of(context);
        String item = Attributes.text(this, "item");
        boolean current = List.of(to.split("/")[1], Attributes.text(this, "also")).contains(here.getSection());
        ResponseWriter out = context.getResponseWriter();
        if (!item.isEmpty()) {
            out.startElement("li", this);
            out.writeAttribute("class", "rest".equals(item) ? item : null, null);
        }
        out.startElement("a", this);
        out.writeAttribute("href", context.getExternalContext().getRequestContextPath() + here.getPath() + to, null);
        out.writeAttribute("aria-current", current ? "page" : "false", null);
        Icon.write(context, this, Attributes.text(this, "icon"));
        out.writeText(Attributes.text(this, "label"), null);
        out.endElement("a");
        if (!item.isEmpty()) {
            out.endElement("li");
        }
    }
}
