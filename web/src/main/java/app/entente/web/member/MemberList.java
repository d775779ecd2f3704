package app.entente.web.member;

import app.entente.kernel.Ids;
import app.entente.member.MemberRow;
import app.entente.member.MemberState;
import app.entente.member.Members;
import app.entente.web.frame.Here;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Who works here and who is asked to; the form that invites. */
@Named
@RequestScoped
public class MemberList {

    @Inject
    private Members members;
    @Inject
    private Here here;
    @Inject
    private Fmt fmt;
    @Inject
    private Messages messages;
    private List<MemberRow> rows;
    private String name;
    private String email;
    private String role = "assistant";
    private String language;

    @PostConstruct
    void read() {
        rows = members.all();
        language = here.getLanguage();
    }

    public List<MemberRow> getMembers() {
        return rows.stream().filter(row -> !row.invited()).toList();
    }

    public List<MemberRow> getInvited() {
        return rows.stream().filter(MemberRow::invited).toList();
    }

    /** Where an invitation is and what that means, in plain words. */
    public String text(MemberRow row) {
        return messages.fill("member.state." + row.state().name().toLowerCase(Locale.ROOT) + ".text", fmt.dateTime(row.since()),
            row.expiresAt() == null ? "" : fmt.date(fmt.localDay(row.expiresAt())));
    }

    /** The word for where somebody is. */
    public String label(MemberRow row) {
        return messages.get("member.state." + row.state().name().toLowerCase(Locale.ROOT));
    }

    /** Colour that goes with the word. */
    public String kind(MemberRow row) {
        return row.state() == MemberState.ACTIVE ? "ok" : row.state() == MemberState.SENT || row.state() == MemberState.PREPARING || row.state() == MemberState.JOINING
            ? "waiting" : "attention";
    }

    /** Sends the invitation. */
    public String invite() {
        members.invite(email, name, role, language);
        return said("member.list.invited");
    }

    /** Sends another link. */
    public String sendAgain(String id) {
        members.sendAgain(Ids.parse(id));
        return said("member.list.invited_again");
    }

    /** Has the identity provider asked once more. */
    public String retry(String id) {
        members.retry(Ids.parse(id));
        return said("member.list.retried");
    }

    /** Takes an invitation back. */
    public String revoke(String id) {
        members.revoke(Ids.parse(id));
        return said("member.list.revoked");
    }

    private String said(String key) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get(key), null));
        return "/member/list?faces-redirect=true";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
