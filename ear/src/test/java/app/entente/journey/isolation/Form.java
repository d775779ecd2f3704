package app.entente.journey.isolation;

import app.entente.journey.isolation.Visitor.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A form of a page with what stands in it.
 *
 * @param action where it is sent, absolute
 * @param fields what would be sent if nobody touched it, without its buttons; names may come more than once
 * @param buttons names of the buttons that send it, each with its value
 * @param choices what the lists and radio buttons offer, by field
 */
public record Form(String id, String action, boolean post, boolean multipart, List<Field> fields, Map<String, String> buttons, Map<String, List<String>> choices,
    Map<String, String> kinds) {

    static final String VIEW_STATE = "jakarta.faces.ViewState";

    public static List<Form> of(Reply reply) {
        List<Form> forms = new ArrayList<>();
        for (Element form : reply.page().select("form")) {
            forms.add(of(form, reply.uri().toString()));
        }
        // What a script keeps while it is typed: the fields of the page's form, sent to an address of its own.
        for (Element desk : reply.page().select("[data-to]")) {
            forms.stream().filter(Form::hasView).findFirst().ifPresent(form -> forms.add(new Form(desk.id(), desk.absUrl("data-to"), true, false,
                form.fields().stream().filter(f -> !f.name().startsWith("jakarta.faces")).toList(), Map.of(), form.choices(), form.kinds())
                    .with("_csrf", desk.attr("data-csrf"))));
        }
        return forms;
    }

    /** The form of that name on the page. */
    public static Form named(Reply reply, String id) {
        return of(reply).stream().filter(form -> form.id().equals(id)).findFirst()
            .orElseThrow(() -> new AssertionError("no form " + id + " at " + reply.asked() + ": " + reply.brief()));
    }

    private static Form of(Element form, String base) {
        List<Field> fields = new ArrayList<>();
        Map<String, String> buttons = new LinkedHashMap<>();
        Map<String, List<String>> choices = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Element input : form.select("[name]")) {
            String name = input.attr("name");
            String type = input.tagName().equals("input") ? input.attr("type").toLowerCase(java.util.Locale.ROOT) : input.tagName();
            switch (type) {
                case "submit", "button", "image" -> buttons.put(name, input.attr("value"));
                case "radio", "checkbox" -> {
                    choices.computeIfAbsent(name, n -> new ArrayList<>()).add(input.attr("value"));
                    kinds.put(name, type);
                    if (input.hasAttr("checked")) {
                        fields.add(new Field(name, input.hasAttr("value") ? input.attr("value") : "on"));
                    }
                }
                case "select" -> {
                    kinds.put(name, type);
                    input.select("option").forEach(option -> choices.computeIfAbsent(name, n -> new ArrayList<>()).add(option.attr("value")));
                    input.select("option[selected]").forEach(option -> fields.add(new Field(name, option.attr("value"))));
                }
                case "file" -> kinds.put(name, type);
                case "textarea" -> {
                    kinds.put(name, type);
                    fields.add(new Field(name, input.wholeText().strip()));
                }
                default -> {
                    kinds.put(name, type);
                    fields.add(new Field(name, input.attr("value")));
                }
            }
        }
        String action = form.hasAttr("action") ? form.absUrl("action") : base;
        return new Form(form.id().isEmpty() ? form.attr("name") : form.id(), action, form.attr("method").equalsIgnoreCase("post"),
            form.attr("enctype").startsWith("multipart"), fields, buttons, choices, kinds);
    }

    /** The same with that field set to that value alone. */
    public Form with(String name, String value) {
        List<Field> changed = new ArrayList<>(fields);
        int at = -1;
        for (int i = changed.size() - 1; i >= 0; i--) {
            if (changed.get(i).name().equals(name)) {
                changed.remove(i);
                at = i;
            }
        }
        changed.add(at < 0 ? changed.size() : at, new Field(name, value));
        return new Form(id, action, post, multipart, changed, buttons, choices, kinds);
    }

    Form without(String name) {
        return new Form(id, action, post, multipart, fields.stream().filter(f -> !f.name().equals(name)).toList(), buttons, choices, kinds);
    }

    Form to(String address) {
        return new Form(id, address, post, multipart, fields, buttons, choices, kinds);
    }

    /** What is sent when that button is pressed; an empty name presses none. */
    public List<Field> pressed(String button) {
        List<Field> all = new ArrayList<>(fields);
        if (!button.isEmpty()) {
            all.add(new Field(button, buttons.getOrDefault(button, "x")));
        }
        return all;
    }

    /** Sends it by that button. */
    Reply send(Visitor visitor, String button) {
        if (multipart) {
            String file = kinds.entrySet().stream().filter(k -> k.getValue().equals("file")).map(Map.Entry::getKey).findFirst().orElse("file");
            return visitor.upload(action, pressed(button), file, "document.pdf", new byte[0]);
        }
        return visitor.post(action, pressed(button));
    }

    /** The first button; an empty name when there is none. */
    String button() {
        return buttons.keySet().stream().findFirst().orElse("");
    }

    /** A form of Faces, with a view behind it. */
    boolean hasView() {
        return fields.stream().anyMatch(f -> f.name().equals(VIEW_STATE));
    }

    String value(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst().orElse("");
    }
}
