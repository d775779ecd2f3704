package app.entente.web.signing;

import app.entente.identity.Caller;
import app.entente.kernel.Ids;
import app.entente.signing.ConsentText;
import app.entente.signing.FrozenDocument;
import app.entente.signing.Intent;
import app.entente.signing.SigningView;
import app.entente.signing.Signings;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import app.entente.web.frame.SignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** Reading, consenting, typing one's name and being asked who one is: for the client, and for the practitioner who counter-signs. */
@Named
@RequestScoped
public class SigningSign {

    @Inject
    private Signings signings;
    @Inject
    private SignIn signIn;
    @Inject
    private Caller caller;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    @Param
    private String id;
    @Inject
    @Param
    private String language;
    private SigningView view;
    private String markup;
    private List<ConsentText> consents;
    private final Map<String, Boolean> boxes = new HashMap<>();
    private String typedName;
    private String drawing;
    private String reason;

    @PostConstruct
    void load() {
        view = signings.find(Ids.parse(id));
        if (isReadable() && !FacesContext.getCurrentInstance().isPostback()) {
            markup = signings.show(view.id(), getLanguage());
            view = signings.find(view.id());
        }
        consents = view.me() != null && "client".equals(view.me().getPart()) ? signings.consents(view.id(), getLanguage()) : List.of();
    }

    /** Notes the wish to be bound by the language on screen, and stays. */
    public String wish() {
        signings.wish(view.id(), getLanguage());
        return page("&language=" + getLanguage());
    }

    /** Notes what was ticked and typed, and goes to prove who is there. */
    public void sign() throws IOException {
        List<String> ticked = boxes.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
        if (somethingRequiredIsEmpty()) {
            return;
        }
        Intent intent = signings.intend(view.id(), ticked, typedName, drawing);
        FacesContext context = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
        String target = here.getUrl() + "?id=" + id;
        context.getExternalContext().redirect(signIn.begin(request, target, intent.actId().toString(), intent.nonce(), caller.email()));
    }

    /** Says beside each required box that it is empty; the boundary would refuse the whole, far from it. */
    private boolean somethingRequiredIsEmpty() {
        FacesContext context = FacesContext.getCurrentInstance();
        boolean empty = false;
        for (int i = 0; i < consents.size(); i++) {
            if (consents.get(i).isRequired() && !Boolean.TRUE.equals(boxes.get(consents.get(i).getCode()))) {
                String box = "sign:consents:" + i + ":box";
                context.addMessage(box, new FacesMessage(FacesMessage.SEVERITY_ERROR, msg.get("signing.consent_missing"), null));
                context.getViewRoot().invokeOnComponent(context, box, (c, component) -> ((UIInput) component).setValid(false));
                context.validationFailed();
                empty = true;
            }
        }
        return empty;
    }

    /** Declines, with a reason if one was given. */
    public String decline() {
        signings.decline(view.id(), reason);
        return page("");
    }

    private String page(String more) {
        String folder = here.getArea().equals("client") ? "/portal/sign" : "/agreement/sign";
        return folder + "?faces-redirect=true&id=" + id + more;
    }

    public SigningView getView() {
        return view;
    }

    public FrozenDocument getDocument() {
        return view.in(getLanguage());
    }

    /** Whether the text is put on the page: until the caller has signed; then it is theirs as a file. */
    public final boolean isReadable() {
        return view.me() == null || !"signed".equals(view.me().getStatus());
    }

    /** The text; on a post that is shown again it is fetched again. */
    public String getMarkup() {
        if (markup == null) {
            markup = signings.show(view.id(), getLanguage());
        }
        return markup;
    }

    /** The language on screen: the one asked for, else the one that binds. */
    public final String getLanguage() {
        if (language != null) {
            return view.in(language).getLanguage();
        }
        return view.language();
    }

    /** Whether the language on screen can be signed: the first one, or one that was expressly wished, or the one already signed in. */
    public boolean isSignable() {
        return view.myTurn() && view.language().equals(getLanguage());
    }

    /** Whether the proof did not hold and the signature has to be made again. */
    public boolean isUnproved() {
        return "1".equals(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("unproved"));
    }

    public List<ConsentText> getConsents() {
        return consents;
    }

    /** What is ticked, by consent. Nothing is ticked beforehand. */
    public Map<String, Boolean> getBoxes() {
        return boxes;
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(String typedName) {
        this.typedName = typedName;
    }

    public String getDrawing() {
        return drawing;
    }

    public void setDrawing(String drawing) {
        this.drawing = drawing;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
