package app.entente.web.note;

import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.note.EntryContent;
import app.entente.note.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the form of a draft from what a browser sends, whether it saves by itself or a button is pressed: nothing typed depends on the view behind it. */
final class EntryForm {

    private static final String FORM = "write:";
    private static final String FIELD = FORM + "v_";
    private static final int MOST = 200;

    private EntryForm() {
    }

    /** What is typed. */
    static EntryContent content(Map<String, String[]> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, typed) -> {
            if (name.startsWith(FIELD) && name.length() > FIELD.length()) {
                values.put(name.substring(FIELD.length()), String.join(" ", typed));
            }
        });
        return new EntryContent(values, said(sent));
    }

    /** The statements, as many as there were places for. */
    static List<Said> said(Map<String, String[]> sent) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < MOST && sent.containsKey(FORM + "said_" + i); i++) {
            said.add(new Said(one(sent, "said_" + i), person(one(sent, "source_" + i)), one(sent, "context_" + i), one(sent, "shelf_" + i)));
        }
        return said;
    }

    /** Whether the form was sent at all. */
    static boolean sent(Map<String, String[]> parameters) {
        return parameters.containsKey(FORM + "revision");
    }

    /** The revision that the text began from; 0 when it is unreadable, which keeps the text aside. */
    static int revision(Map<String, String[]> sent) {
        try {
            return Integer.parseInt(one(sent, "revision"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What this window's text is kept aside as; null when it is not. */
    static UUID aside(Map<String, String[]> sent) {
        return person(one(sent, "aside"));
    }

    private static String one(Map<String, String[]> sent, String name) {
        String[] typed = sent.get(FORM + name);
        return typed == null || typed.length == 0 ? "" : typed[0];
    }

    private static UUID person(String id) {
        try {
            return id.isBlank() ? null : Ids.parse(id);
        } catch (NotFound e) {
            return null;
        }
    }
}
