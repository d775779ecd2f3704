package app.entente.web.note;

import app.entente.kernel.Ids;
import app.entente.note.Draft;
import app.entente.note.DraftRevision;
import app.entente.note.Drafts;
import app.entente.note.Entries;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.Revisions;
import app.entente.person.Person;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts that were saved of a draft: by their time, to read and to bring back. */
@Named
@RequestScoped
public class NoteRevisions {

    @Inject
    private Entries entries;
    @Inject
    private Drafts drafts;
    @Inject
    private Revisions revisions;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    private Fmt fmt;
    @Inject
    private HttpServletRequest request;
    private Draft draft;
    private EntryKind kind;
    private boolean each;
    private List<DraftRevision> rows;
    private DraftRevision chosen;
    private EntryContent text;
    private int shown;

    /**
     * A part of a text.
     *
     * @param differs whether the current text says something else there
     */
    public record Part(String label, String words, boolean differs) {
    }

    @PostConstruct
    void load() {
        UUID id = Ids.parse(request.getParameter("id"));
        draft = drafts.open(id);
        kind = entries.kind(draft.entry().getKind());
        shown = draft.entry().getRevision();
        String wanted = request.getParameter("revision");
        each = "yes".equals(request.getParameter("each"));
        rows = revisions.of(id, each);
        if (wanted != null && !wanted.isBlank()) {
            UUID revision = Ids.parse(wanted);
            text = revisions.read(id, revision);
            chosen = Stream.concat(rows.stream(), each ? Stream.empty() : revisions.of(id, true).stream()).filter(row -> row.id().equals(revision)).findFirst().orElse(null);
        }
    }

    /** Makes the text that is read the draft's text again. */
    public String bringBack() {
        revisions.bringBack(draft.entry().getId(), chosen.id(), shown);
        return "/note/write?faces-redirect=true&id=" + draft.entry().getId();
    }

    /** What the chosen text says, part by part; what it leaves out and the current text says is there too, empty. */
    public List<Part> getParts() {
        EntryContent now = draft.content();
        Stream<Part> sections = kind.sections().stream().filter(section -> !text.blank(section.code()) || !now.blank(section.code()))
            .map(section -> new Part(kind.label(section.code(), here.getLocale()), text.value(section.code()), !text.value(section.code()).equals(now.value(section.code()))));
        Stream<Part> said = IntStream.range(0, Math.max(text.said().size(), now.said().size()))
            .mapToObj(i -> new Part(msg.get("note.write.said") + " " + (i + 1), said(text, i), !said(text, i).equals(said(now, i))))
            .filter(part -> !part.words().isBlank() || part.differs());
        return Stream.concat(sections, said).toList();
    }

    private static String said(EntryContent content, int i) {
        return i < content.said().size() ? content.said().get(i).text() : "";
    }

    /** Whether the text that is read is the draft's text as it is. */
    public boolean isCurrent() {
        return text.equals(draft.content());
    }

    /** When a text was saved, to the second where every save is shown. */
    public String time(DraftRevision row) {
        String minute = fmt.dateTime(row.savedAt());
        return each ? msg.of("note.revisions.seconds", minute, row.savedAt().atZone(here.getZone()).getSecond()) : minute;
    }

    /** The names of those who take part in the file. */
    public String getClient() {
        return String.join(", ", draft.people().stream().map(Person::getName).toList());
    }

    /** What is written: the title of its kind. */
    public String getKindTitle() {
        return kind.title(here.getLocale());
    }

    public Entry getEntry() {
        return draft.entry();
    }

    public List<DraftRevision> getRows() {
        return rows;
    }

    /** Whether every save is in the list, and not the last of each minute. */
    public boolean isEach() {
        return each;
    }

    /** The one that is read; null while none is. */
    public DraftRevision getChosen() {
        return chosen;
    }

    public int getShown() {
        return shown;
    }

    public void setShown(int shown) {
        this.shown = shown;
    }
}
