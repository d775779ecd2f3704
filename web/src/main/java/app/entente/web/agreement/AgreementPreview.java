package app.entente.web.agreement;

import app.entente.agreement.AgreementForm;
import app.entente.agreement.AgreementText;
import app.entente.agreement.Agreements;
import app.entente.document.DocumentSource;
import app.entente.document.FrozenSource;
import app.entente.document.Html;
import app.entente.file.Files;
import app.entente.identity.Seats;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.person.Person;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The text as it would be sent, what is still missing, and the button that sends it. */
@Named
@RequestScoped
public class AgreementPreview {

    @Inject
    private Agreements agreements;
    @Inject
    private Files files;
    @Inject
    private Seats seats;
    @Inject
    private Here here;
    @Inject
    @Param
    private String id;
    @Inject
    @Param
    private String language;
    private AgreementForm form;
    private AgreementText text;
    private Person client;
    private boolean portal;

    @PostConstruct
    void load() {
        form = agreements.form(Ids.parse(id), here.getLanguage());
        if (!form.agreement().isDraft()) {
            throw new NotFound();
        }
        text = agreements.preview(Ids.parse(id), "en".equals(language) ? "en" : "fr");
        client = files.client(form.agreement().getFileId());
        portal = seats.accountOf(client.getId()) != null;
    }

    /** Freezes the text and sends it to be signed. */
    public String send() {
        agreements.send(form.agreement().getId());
        return "/agreement/show?faces-redirect=true&id=" + id;
    }

    /** The clauses as markup; everything in them is escaped. */
    public String getMarkup() {
        List<Html> body = new ArrayList<>();
        text.clauses().forEach(clause -> {
            body.add(Html.heading(clause.title()));
            body.add(Html.prose(clause.body()));
        });
        return FrozenSource.markup(DocumentSource.titled(getTitle(), getTitle(), text.locale()).saying(body.toArray(Html[]::new)));
    }

    public String getTitle() {
        return text.content().title().in(text.locale().getLanguage());
    }

    public AgreementForm getForm() {
        return form;
    }

    public AgreementText getText() {
        return text;
    }

    public Person getClient() {
        return client;
    }

    /** Whether the client already has a portal to sign in. */
    public boolean isPortal() {
        return portal;
    }

    public String getLanguage() {
        return text.locale().getLanguage();
    }
}
