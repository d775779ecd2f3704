package app.entente.web.note;

import app.entente.kernel.Failure;
import app.entente.kernel.Ids;
import app.entente.note.Draft;
import app.entente.note.Drafts;
import app.entente.note.Entries;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.EntrySignatures;
import app.entente.note.EntryWork;
import app.entente.note.Said;
import app.entente.note.Saved;
import app.entente.note.Section;
import app.entente.person.Person;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A draft on the desk. It saves itself (see {@link NoteSave}); the buttons save what is typed as well, from the form as it was sent. */
@Named
@RequestScoped
public class NoteWrite {

    private static final Logger LOG = Logger.getLogger(NoteWrite.class.getName());

    @Inject
    private Entries entries;
    @Inject
    private Drafts drafts;
    @Inject
    private EntrySignatures signatures;
    @Inject
    private EntryWork work;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private UUID id;
    private Draft draft;
    private EntryKind kind;
    private Map<String, String> values;
    private List<String> present;
    private List<SaidField> said;
    private int revision;
    private UUID aside;

    /** A section as the form shows it. */
    public record Field(Section section, String label, String help, List<Option> options) {
    }

    /** A word to choose. */
    public record Option(String value, String label) {
    }

    @PostConstruct
    void load() {
        id = Ids.parse(request.getParameter("id"));
        draft = drafts.open(id);
        kind = entries.kind(draft.entry().getKind());
        Map<String, String[]> sent = request.getParameterMap();
        EntryContent content = EntryForm.sent(sent) ? EntryForm.content(sent) : draft.content();
        values = new HashMap<>(content.values());
        present = new ArrayList<>(List.of(content.value("present").split(" ")));
        said = content.said().stream().map(SaidField::new).toList();
        revision = EntryForm.sent(sent) ? EntryForm.revision(sent) : draft.entry().getRevision();
        aside = EntryForm.sent(sent) ? EntryForm.aside(sent) : null;
    }

    /** Saves and stays. */
    public String save() {
        return after(keep(EntryForm.content(request.getParameterMap())));
    }

    /** Saves and makes place for one more statement. */
    public String addSaid() {
        EntryContent typed = EntryForm.content(request.getParameterMap());
        List<Said> more = new ArrayList<>(typed.said());
        Said last = more.isEmpty() ? new Said("", null, draft.people().size() > 1 ? "joint" : "individual", Said.RECORD) : more.get(more.size() - 1);
        more.add(new Said("", last.source(), last.context(), Said.RECORD));
        return after(keep(typed.saying(more)));
    }

    /** Saves what is typed and makes it final. The document that cannot be made now is left to the timer. */
    public String sign() {
        Saved saved = keep(EntryForm.content(request.getParameterMap()));
        if (saved.aside() != null) {
            return after(saved);
        }
        revision = saved.revision();
        signatures.sign(id, revision);
        try {
            work.seal(id);
        } catch (EJBException e) {
            Failure.tell(LOG, Level.SEVERE, "the document of entry " + id + " is left to the timer", e);
        }
        return "/note/show?faces-redirect=true&id=" + id;
    }

    /** Throws the draft away. */
    public String discard() {
        drafts.discard(id);
        return "/note/list?faces-redirect=true&file=" + draft.entry().getFileId();
    }

    /** Unites the two texts that are shown. */
    public String unite() {
        return decide(Drafts.Decision.UNITE);
    }

    /** Keeps the saved text. */
    public String keepSaved() {
        return decide(Drafts.Decision.KEEP_SAVED);
    }

    /** Takes the text of the other window instead. */
    public String takeOther() {
        return decide(Drafts.Decision.TAKE_OTHER);
    }

    private String decide(Drafts.Decision decision) {
        drafts.decide(id, Ids.parse(request.getParameter("other")), Integer.parseInt(request.getParameter("shown")), decision);
        return "/note/write?faces-redirect=true&id=" + id;
    }

    private Saved keep(EntryContent typed) {
        return drafts.save(id, EntryForm.revision(request.getParameterMap()), EntryForm.aside(request.getParameterMap()), typed);
    }

    private String after(Saved saved) {
        return (saved.signed() ? "/note/show?faces-redirect=true&id=" : "/note/write?faces-redirect=true&id=") + id;
    }

    public Entry getEntry() {
        return draft.entry();
    }

    /** Whether it is a progress note, with its service and its statements. */
    public boolean isNote() {
        return Entry.NOTE.equals(draft.entry().getKind());
    }

    /** What it is: the title of its kind. */
    public String getTitle() {
        return kind.title(here.getLocale());
    }

    /** The names of those who take part in the file. */
    public String getClient() {
        return String.join(", ", draft.people().stream().map(Person::getName).toList());
    }

    public List<Person> getPeople() {
        return draft.people();
    }

    /** The sections before the statements, or all of them when there are none. */
    public List<Field> getFirst() {
        return fields().subList(0, split());
    }

    /** The sections behind the statements. */
    public List<Field> getRest() {
        return fields().subList(split(), kind.sections().size());
    }

    private int split() {
        List<String> codes = kind.sections().stream().map(Section::code).toList();
        return kind.statementsAfter() == null ? codes.size() : codes.indexOf(kind.statementsAfter()) + 1;
    }

    private List<Field> fields() {
        return kind.sections().stream().map(section -> new Field(section, kind.label(section.code(), here.getLocale()), kind.help(section.code(), here.getLocale()),
            section.options().stream().map(option -> new Option(option, kind.option(section.code(), option, here.getLocale()))).toList())).toList();
    }

    /** Whether the reason for a late entry is asked. */
    public boolean isLate() {
        return isNote() && (draft.entry().getMeetingId() == null || draft.entry().isLate(clock.instant()));
    }

    /** The text of another window that waits for a decision; null when there is none. */
    public Draft.Aside getOther() {
        return draft.asides().isEmpty() ? null : draft.asides().get(0);
    }

    /** Where the saved text and the other one differ. */
    public List<Difference> getDifferences() {
        return Difference.between(draft.content(), getOther().content(), section -> kind.label(section, here.getLocale()), kind,
            msg.get("note.write.said"), msg.get("note.write.else"));
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<String> getPresent() {
        return present;
    }

    public void setPresent(List<String> present) {
        this.present = present;
    }

    public List<SaidField> getSaid() {
        return said;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    /** What this window's text is kept aside as; empty when it is not. */
    public String getAside() {
        return aside == null ? "" : aside.toString();
    }

    public void setAside(String aside) {
        this.aside = aside == null || aside.isBlank() ? null : UUID.fromString(aside);
    }
}
