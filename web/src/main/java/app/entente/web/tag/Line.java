package app.entente.web.tag;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;

/** A field whose control stands under its label: a line of text, a day, an hour, an amount beside its {@code unit}, several lines, a choice from a list. */
public class Line extends Field {

    private static final Map<Class<?>, Map<String, String>> UNLESS_WRITTEN = Map.of(
        HtmlInputText.class, Map.of("maxlength", "500", "autocomplete", "off"),
        HtmlInputTextarea.class, Map.of("maxlength", "20000", "rows", "4"),
        Day.class, Map.of("min", "1900-01-01", "max", "2200-12-31", "autocomplete", "off"),
        Hour.class, Map.of("step", "300"),
        Amount.class, Map.of("inputmode", "decimal", "autocomplete", "off"));

    @Override
    public void encodeBegin(FacesContext context, UIComponent field) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", field);
        out.writeAttribute("class", "field", null);
        writeLabel(context, field, "label");
        writeHelp(context, field);
        boolean amount = field instanceof Amount;
        if (amount) {
            out.startElement("div", field);
            out.writeAttribute("class", "affix", null);
        }
        writeControl(context, field, attributes(context, field));
        if (amount) {
            out.startElement("span", field);
            out.writeAttribute("class", "unit", null);
            out.writeAttribute("aria-hidden", "true", null);
            out.writeText(Attributes.text(field, "unit"), null);
            out.endElement("span");
            out.endElement("div");
        }
        writeRefusal(context, field);
        out.endElement("div");
    }

    @Override
    Map<String, String> attributes(FacesContext context, UIComponent field) {
        Map<String, String> all = super.attributes(context, field);
        UNLESS_WRITTEN.getOrDefault(field.getClass(), Map.of()).forEach(all::putIfAbsent);
        return all;
    }
}
