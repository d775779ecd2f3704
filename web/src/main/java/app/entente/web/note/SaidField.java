package app.entente.web.note;

import app.entente.note.Said;

/** The place for one statement in the form. What is typed is read from the form as it was sent, see {@link EntryForm}. */
public class SaidField {

    private String text;
    private String source;
    private String context;
    private String shelf;

    SaidField(Said said) {
        text = said.text();
        source = said.source() == null ? "" : said.source().toString();
        context = said.context();
        shelf = said.shelf();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Who said it; empty when the author saw it. */
    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getContext() {
        return context;
    }

    public void setContext(String context) {
        this.context = context;
    }

    public String getShelf() {
        return shelf;
    }

    public void setShelf(String shelf) {
        this.shelf = shelf;
    }
}
