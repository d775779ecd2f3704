package app.entente.web.archive;

import app.entente.archive.Import;
import app.entente.archive.Imports;
import app.entente.archive.RowNote;
import app.entente.kernel.Ids;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.Param;

/** How far a file has come, what became of it, and the way back. */
@Named
@RequestScoped
public class ArchiveShow {

    private static final String SECONDS = "3";

    @Inject
    private Imports imports;
    @Inject
    private Messages messages;
    @Inject
    @Param
    private String id;
    private Import file;
    private List<RowNote> notes;

    @PostConstruct
    void load() {
        file = imports.find(Ids.parse(id));
        notes = file.isMoving() ? List.of() : imports.notes(file.getId());
        if (file.isMoving()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Refresh", SECONDS);
        }
    }

    /** Stops it where it is. */
    public String cancel() {
        imports.cancel(file.getId());
        return same();
    }

    /** Takes everything back that nothing was built on. */
    public String undo() {
        imports.undo(file.getId());
        return same();
    }

    private String same() {
        return "/archive/show?faces-redirect=true&id=" + file.getId();
    }

    /** Why a row was left out or what it made stays, as a few words. */
    public String reason(RowNote note) {
        if ("kept".equals(note.state())) {
            String key = "archive.kept." + note.note();
            return messages.containsKey(key) ? messages.get(key) : messages.get("archive.kept.other");
        }
        if ("file.quota_reached".equals(note.note())) {
            return messages.get("archive.left.quota");
        }
        return messages.get(note.note() == null || !note.note().startsWith("archive.error.") ? "archive.left." + note.state() : note.note().replace(".error.", ".left."));
    }

    public Import getFile() {
        return file;
    }

    public List<RowNote> getNotes() {
        return notes;
    }

    /** Files that stay because something was built on them. */
    public List<RowNote> getKept() {
        return notes.stream().filter(note -> "kept".equals(note.state())).toList();
    }

    /** Rows that were left out, those that follow each other for the same reason together. */
    public List<Left> getLeft() {
        List<Left> all = new ArrayList<>();
        for (RowNote note : notes.stream().filter(one -> !"kept".equals(one.state())).toList()) {
            String why = reason(note);
            Left before = all.isEmpty() ? null : all.get(all.size() - 1);
            if (before != null && before.last() + 1 == note.line() && before.why().equals(why)) {
                all.set(all.size() - 1, new Left(before.first(), note.line(), why));
            } else {
                all.add(new Left(note.line(), note.line(), why));
            }
        }
        return all;
    }

    /** How many rows were left out beyond those that are named. */
    public int getBeyond() {
        return Math.max(0, file.getRefused() + file.getSkipped() - (notes.size() - getKept().size()));
    }

    /**
     * Rows that were left out.
     *
     * @param why as a few words
     */
    public record Left(int first, int last, String why) {
    }
}
