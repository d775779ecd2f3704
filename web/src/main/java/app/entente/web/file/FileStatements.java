package app.entente.web.file;

import app.entente.file.Statements;
import app.entente.kernel.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** The tab of a file in which what was said is written down, with who said it and the shelf it lies on. */
@Named
@RequestScoped
public class FileStatements {

    @Inject
    private Statements statements;
    @Inject
    @Param
    private String id;
    private String source;
    private String shelf = "record";
    private LocalDate day;
    private String text;

    /** Writes it down; without a source it was observed with everybody there. */
    public String write() {
        boolean joint = source == null || source.isBlank();
        statements.write(Ids.parse(id), joint ? null : Ids.parse(source), joint ? "joint" : "individual", shelf, day, text);
        return again();
    }

    /** Puts a statement on another shelf. */
    public String move(UUID statement, String where) {
        statements.move(statement, where);
        return again();
    }

    private String again() {
        return "/file/show?faces-redirect=true&id=" + Ids.parse(id) + "&tab=statements";
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getShelf() {
        return shelf;
    }

    public void setShelf(String shelf) {
        this.shelf = shelf;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
