package app.entente.web.tag;

import jakarta.faces.component.UIComponent;

/** What a page wrote on an element. */
final class Attributes {

    private Attributes() {
    }

    /** An attribute as text; empty when the page did not write it or it has no value, which Faces says of a number by the smallest one. */
    static String text(UIComponent element, String name) {
        Object value = element.getAttributes().get(name);
        return value == null || value.equals(Integer.MIN_VALUE) ? "" : value.toString();
    }

    /** Whether an attribute is true; what is not written is false. */
    static boolean is(UIComponent element, String name) {
        return Boolean.parseBoolean(text(element, name));
    }
}
