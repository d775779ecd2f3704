package app.entente.web.note;

import app.entente.document.CheckCode;
import app.entente.kernel.Failure;
import app.entente.kernel.Ids;
import app.entente.note.Draft;
import app.entente.note.Entries;
import app.entente.note.Entry;
import app.entente.note.EntryKind;
import app.entente.note.EntrySignatures;
import app.entente.note.EntryWork;
import app.entente.note.Said;
import app.entente.note.Section;
import app.entente.note.SignedEntry;
import app.entente.note.Statement;
import app.entente.person.Person;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A signed entry, its addenda, and the form to add one. */
@Named
@RequestScoped
public class NoteShow {

    private static final Logger LOG = Logger.getLogger(NoteShow.class.getName());

    @Inject
    private Entries entries;
    @Inject
    private EntrySignatures signatures;
    @Inject
    private EntryWork work;
    @Inject
    private app.entente.web.frame.Fmt fmt;
    @Inject
    private Here here;
    @Inject
    private HttpServletRequest request;
    private SignedEntry shown;
    private EntryKind kind;
    private CheckCode code;
    private String addendum;

    /** A section that says something. */
    public record Part(String code, String label, List<String> paragraphs) {
    }

    @PostConstruct
    void load() {
        shown = entries.show(Ids.parse(request.getParameter("id")));
        kind = entries.kind(shown.entry().getKind());
        code = entries.checkCode(shown.entry().getId());
        Draft.Aside other = getOther();
        if (other != null) {
            List<Said> statements = shown.statements().stream().map(s -> new Said(s.getText(), s.getPersonId(), s.getContext(), s.getShelf())).toList();
            addendum = Difference.added(shown.content(), statements, other.content(), kind, section -> kind.label(section, here.getLocale()));
        }
    }

    /** Adds what is typed; a text of another window that it came from has found its place. */
    public String add() {
        UUID id = shown.entry().getId();
        UUID added = signatures.add(id, addendum);
        try {
            work.sealAddendum(added);
        } catch (EJBException e) {
            Failure.tell(LOG, Level.SEVERE, "the document of addendum " + added + " is left to the timer", e);
        }
        return getOther() == null ? again() : letGo();
    }

    /** Lets go of the text of another window. */
    public String letGo() {
        signatures.letGo(shown.entry().getId(), getOther().id());
        return again();
    }

    private String again() {
        return "/note/show?faces-redirect=true&id=" + shown.entry().getId();
    }

    public Entry getEntry() {
        return shown.entry();
    }

    public SignedEntry getShown() {
        return shown;
    }

    public String getKindTitle() {
        return kind.title(here.getLocale());
    }

    /** The names of those who take part in the file. */
    public String getClient() {
        return shown.people().stream().map(Person::getName).collect(Collectors.joining(", "));
    }

    /** The names of those who were there. */
    public String getPresent() {
        List<String> chosen = List.of(shown.content().value("present").split(" "));
        return Stream.concat(shown.people().stream().filter(person -> chosen.contains(person.getId().toString())).map(Person::getName),
            Stream.of(shown.content().value("others").strip()).filter(others -> !others.isEmpty())).collect(Collectors.joining(", "));
    }

    /** What stands before the statements. */
    public List<Part> getFirst() {
        return parts().stream().filter(part -> split(part.code())).toList();
    }

    /** What stands behind the statements. */
    public List<Part> getRest() {
        return parts().stream().filter(part -> !split(part.code())).toList();
    }

    private boolean split(String section) {
        List<String> codes = kind.sections().stream().map(Section::code).toList();
        return kind.statementsAfter() != null && codes.indexOf(section) <= codes.indexOf(kind.statementsAfter());
    }

    private List<Part> parts() {
        return kind.sections().stream().filter(section -> !shown.content().blank(section.code()))
            .map(section -> new Part(section.code(), kind.label(section.code(), here.getLocale()), words(section).lines().toList())).toList();
    }

    private String words(Section section) {
        String value = shown.content().value(section.code());
        return switch (section.form()) {
            case "choice" -> kind.option(section.code(), value, here.getLocale());
            case "date" -> fmt.date(LocalDate.parse(value));
            default -> value;
        };
    }

    /** Who said it; empty when the author saw it. */
    public String source(Statement statement) {
        return shown.people().stream().filter(person -> person.getId().equals(statement.getPersonId())).map(Person::getName).findFirst().orElse("");
    }

    /** Whether it matters who was in the room. */
    public boolean isSeveral() {
        return shown.people().size() > 1;
    }

    /** The text of a window that had not seen the signature; null when there is none. */
    public Draft.Aside getOther() {
        return shown.asides().isEmpty() ? null : shown.asides().get(0);
    }

    /** The code printed on the document; empty until it is sealed. */
    public String getCode() {
        return code == null ? "" : code.grouped();
    }

    /** The code as addresses write it. */
    public String getCompactCode() {
        return code == null ? "" : code.compact();
    }

    public String getAddendum() {
        return addendum;
    }

    public void setAddendum(String addendum) {
        this.addendum = addendum;
    }
}
