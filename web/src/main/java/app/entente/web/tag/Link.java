package app.entente.web.tag;

import app.entente.web.frame.Here;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** A link: {@code to} leads within the workspace and begins with a slash, {@code href} anywhere. Its body stands behind its label. */
@FacesComponent(Link.TYPE)
public class Link extends UIComponentBase {

    static final String TYPE = "app.entente.Link";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        String kind = Attributes.is(this, "primary") ? "primary" : Attributes.text(this, "kind");
        out.startElement("a", this);
        out.writeAttribute("class", look(kind), null);
        out.writeAttribute("href", address(context), null);
        String icon = Attributes.text(this, "icon");
        if (!icon.isEmpty() || "back".equals(kind)) {
            Icon.write(context, this, icon.isEmpty() ? "back" : icon);
        }
        out.writeText(Attributes.text(this, "label"), null);
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement("a");
    }

    private String address(FacesContext context) {
        String href = Attributes.text(this, "href");
        String root = context.getExternalContext().getRequestContextPath();
        if (href.isEmpty()) {
            return root + Here.of(context).getPath() + Attributes.text(this, "to");
        }
        return href.startsWith("/") ? root + href : href;
    }

    private static String look(String kind) {
        return switch (kind) {
            case "primary" -> "button primary";
            case "secondary" -> "button";
            case "quiet" -> "button quiet";
            case "danger" -> "button danger";
            case "back" -> "back";
            default -> "link";
        };
    }
}
