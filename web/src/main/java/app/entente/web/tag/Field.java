package app.entente.web.tag;

import app.entente.web.frame.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a control of Faces with what belongs around it: its label, one sentence of {@code help}, and what was wrong with what was typed, all of
 * it tied to the control for those who do not see. Reading and converting what was typed stays with the control's own renderer, which has the
 * same name at {@code jakarta.faces}.
 */
public abstract class Field extends Renderer {

    private static final String OURS = "app.entente.";
    private static final String THEIRS = "jakarta.faces.";
    private static final List<String> AS_WRITTEN = List.of("type", "autocomplete", "inputmode", "maxlength", "placeholder", "min", "max", "step", "rows");

    @Override
    public void decode(FacesContext context, UIComponent field) {
        control(context, field).decode(context, field);
    }

    @Override
    public Object getConvertedValue(FacesContext context, UIComponent field, Object submitted) {
        return control(context, field).getConvertedValue(context, field, submitted);
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context, UIComponent field) {
        // options belong to the control, which has written them
    }

    /** The control itself, with the attributes that pages write on fields. */
    void writeControl(FacesContext context, UIComponent field, Map<String, String> more) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        Renderer control = control(context, field);
        context.setResponseWriter(new Completed(out, field, more));
        try {
            control.encodeBegin(context, field);
            control.encodeChildren(context, field);
            control.encodeEnd(context, field);
        } finally {
            context.setResponseWriter(out);
        }
    }

    /** What stands on a control that has an element of its own. */
    Map<String, String> attributes(FacesContext context, UIComponent field) {
        Map<String, String> all = new HashMap<>();
        for (String name : AS_WRITTEN) {
            String value = Attributes.text(field, name);
            if (!value.isEmpty()) {
                all.put(name, value);
            }
        }
        all.put("aria-describedby", describedBy(context, field));
        if (!((UIInput) field).isValid()) {
            all.put("aria-invalid", "true");
        }
        if (Attributes.is(field, "required")) {
            all.put("aria-required", "true");
        }
        return all;
    }

    String describedBy(FacesContext context, UIComponent field) {
        String id = field.getClientId(context);
        return (Attributes.text(field, "help").isEmpty() ? "" : id + "-help ") + id + "-error";
    }

    void writeLabel(FacesContext context, UIComponent field, String element) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement(element, field);
        if ("label".equals(element)) {
            out.writeAttribute("for", field.getClientId(context), null);
        }
        out.writeText(Attributes.text(field, "label"), null);
        if (Attributes.is(field, "required")) {
            out.startElement("span", field);
            out.writeAttribute("class", "mark", null);
            out.writeText(" " + Messages.of(context).get("frame.required"), null);
            out.endElement("span");
        }
        out.endElement(element);
    }

    void writeHelp(FacesContext context, UIComponent field) throws IOException {
        String help = Attributes.text(field, "help");
        if (!help.isEmpty()) {
            ResponseWriter out = context.getResponseWriter();
            out.startElement("div", field);
            out.writeAttribute("id", field.getClientId(context) + "-help", null);
            out.writeAttribute("class", "help", null);
            out.writeText(help, null);
            out.endElement("div");
        }
    }

    /** The place of the refusal, there from the start so that it is read out when it fills. */
    void writeRefusal(FacesContext context, UIComponent field) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        String id = field.getClientId(context);
        out.startElement("div", field);
        out.writeAttribute("id", id + "-error", null);
        out.writeAttribute("class", "error", null);
        out.writeAttribute("role", "alert", null);
        List<FacesMessage> refusals = context.getMessageList(id);
        if (!refusals.isEmpty()) {
            out.startElement("span", field);
            out.writeAttribute("class", "said", null);
            out.writeText(refusals.get(0).getDetail(), null);
            out.endElement("span");
            refusals.get(0).rendered();
        }
        out.endElement("div");
    }

    private static Renderer control(FacesContext context, UIComponent field) {
        return context.getRenderKit().getRenderer(field.getFamily(), field.getRendererType().replace(OURS, THEIRS));
    }
}
