package app.entente.web.member;

import app.entente.file.EntrustedFile;
import app.entente.file.Supervision;
import app.entente.kernel.Ids;
import app.entente.member.MemberRow;
import app.entente.member.Members;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Somebody who works here: their role, and the way out. */
@Named
@RequestScoped
public class MemberShow {

    @Inject
    private Members members;
    @Inject
    private Supervision supervision;
    @Inject
    private Messages messages;
    @Inject
    @Param
    private String id;
    private MemberRow member;
    private String role;
    private List<EntrustedFile> files = List.of();
    private String reference;

    @PostConstruct
    void read() {
        member = members.find(Ids.parse(id));
        role = member.role();
        if (member.supervisor()) {
            files = supervision.filesOf(member.id());
        }
    }

    /** Names the file of that reference to this supervisor. */
    public String entrust() {
        supervision.entrust(reference, member.id());
        return stays("member.show.files.entrusted");
    }

    /** Takes a file back. */
    public String takeBack(String file) {
        supervision.takeBack(Ids.parse(file), member.id());
        return stays("member.show.files.taken_back");
    }

    /** Gives the other role; from now on another membership. */
    public String changeRole() {
        members.changeRole(member.id(), role);
        return said("member.show.changed");
    }

    /** Ends the membership. */
    public String remove() {
        members.remove(member.id());
        return said("member.show.removed");
    }

    private String stays(String key) {
        said(key);
        return "/member/show?faces-redirect=true&id=" + member.id();
    }

    private String said(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.of(key, member.name()), null));
        return "/member/list?faces-redirect=true";
    }

    public List<EntrustedFile> getFiles() {
        return files;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public MemberRow getMember() {
        return member;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
