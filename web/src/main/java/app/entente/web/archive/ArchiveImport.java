package app.entente.web.archive;

import app.entente.archive.Import;
import app.entente.archive.Imports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** The files that were brought along, and a way to bring another one. */
@Named
@RequestScoped
public class ArchiveImport {

    @Inject
    private Imports imports;
    private List<Import> files;
    private String kind = Import.CLIENTS;
    private Part content;

    @PostConstruct
    void load() {
        files = imports.list();
    }

    /** Takes the file and goes on to its columns. */
    public String begin() throws IOException {
        byte[] bytes = content == null ? new byte[0] : content.getInputStream().readAllBytes();
        UUID id = imports.begin(kind, content == null ? "" : content.getSubmittedFileName(), bytes);
        return "/archive/mapping?faces-redirect=true&id=" + id;
    }

    /** The page on which a file goes on. */
    public String page(Import file) {
        return file.isBegun() || "expired".equals(file.getStatus()) ? "show" : file.isMapped() ? "preview" : "mapping";
    }

    public List<Import> getFiles() {
        return files;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Part getContent() {
        return content;
    }

    public void setContent(Part content) {
        this.content = content;
    }
}
