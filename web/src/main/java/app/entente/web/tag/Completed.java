package app.entente.web.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.util.Map;

/** Puts attributes on the first element that a renderer writes for a component, in the place of what it would have written itself. */
final class Completed extends ResponseWriterWrapper {

    private final UIComponent component;
    private final Map<String, String> more;
    private boolean begun;
    private boolean inside;

    Completed(ResponseWriter wrapped, UIComponent component, Map<String, String> more) {
        super(wrapped);
        this.component = component;
        this.more = more;
    }

    @Override
    public void startElement(String name, UIComponent of) throws IOException {
        super.startElement(name, of);
        inside = !begun && of == component;
        if (inside) {
            begun = true;
            for (Map.Entry<String, String> attribute : more.entrySet()) {
                super.writeAttribute(attribute.getKey(), attribute.getValue(), null);
            }
        }
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
        if (!inside || !more.containsKey(name)) {
            super.writeAttribute(name, value, property);
        }
    }
}
