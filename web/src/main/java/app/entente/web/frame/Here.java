package app.entente.web.frame;

import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Workspace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Where this request is: place, page, language. Pages read it as {@code here}. */
@Named
@RequestScoped
public class Here {

    private Address address = new Address(Address.Area.SITE, null, "/");
    private Workspace workspace;
    private String language = "fr";
    private boolean tu;
    private Instant supportUntil;
    private boolean supportConcerned;
    @Inject
    private HttpServletRequest request;
    @Inject
    private CurrentTenant tenant;

    /** This request's, for what is not made by CDI. */
    public static Here of(FacesContext context) {
        return Frame.of(context, Here.class);
    }

    /** Says where the request leads; done once, by the sign-in mechanism. */
    void at(Address address, Workspace workspace) {
        this.address = address;
        this.workspace = workspace;
    }

    /** Says how the person is spoken to. */
    void speak(String language, boolean tu) {
        this.language = language;
        this.tu = tu;
    }

    /** Says that it is somebody of the platform who looks, and until when. */
    void supportUntil(Instant until) {
        supportUntil = until;
    }

    /** Says whether the practitioner may have to be told of support. */
    void supportConcerns(boolean concerned) {
        supportConcerned = concerned;
    }

    /** Whether somebody of the platform asks to look here, or was let in not long ago. */
    public boolean isSupportConcerned() {
        return supportConcerned;
    }

    /** Until when somebody of the platform may look here, in their own requests; null in everybody else's. */
    public Instant getSupportUntil() {
        return supportUntil;
    }

    /** Says how a visitor with a personal link is spoken to; a language they chose themselves stays. Null keeps the visitor's language. */
    public void speakTo(String language, boolean tu) {
        String chosen = SignIn.chosen(request);
        speak(chosen != null ? chosen : language != null ? language : this.language, tu);
    }

    /** The address, taken apart. */
    public Address address() {
        return address;
    }

    /** The workspace; null outside. */
    public Workspace workspace() {
        return workspace;
    }

    public String getArea() {
        return switch (address.area()) {
            case PRACTICE -> "practice";
            case CLIENT -> "client";
            case PUBLIC -> "public";
            case OPERATOR -> "operator";
            default -> "none";
        };
    }

    /** What stands before every link of this place. */
    public String getPath() {
        return address.prefix();
    }

    public String getSlug() {
        return address.slug() == null ? "" : address.slug();
    }

    public String getName() {
        return workspace == null ? "" : workspace.getName();
    }

    /** Whether nothing can be changed here in this request; the database refuses it as well. */
    public boolean isReadOnly() {
        return tenant.readOnly();
    }

    /** The workspace's stage of life: {@code open}, {@code suspended} or {@code closing}; {@code none} outside workspaces. */
    public String getLife() {
        return workspace == null ? "none" : workspace.getStatus();
    }

    public String getAccent() {
        return workspace == null ? "sapin" : workspace.getAccent();
    }

    /** The page as {@code folder.page}. */
    public String getPage() {
        String view = address.view();
        return view == null ? "none" : view.substring(1, view.length() - ".xhtml".length()).replace('/', '.');
    }

    public String getSection() {
        return getPage().split("\\.")[0];
    }

    /** The address asked for, without its query. */
    public String getUrl() {
        Object original = request.getAttribute("jakarta.servlet.forward.request_uri");
        return original == null ? request.getRequestURI() : original.toString();
    }

    /** The address asked for with its query, written as a parameter of another address. */
    public String getReturnAddress() {
        Object forwarded = request.getAttribute("jakarta.servlet.forward.query_string");
        Object query = forwarded == null ? request.getQueryString() : forwarded;
        return URLEncoder.encode(getUrl() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }

    /** {@code fr} or {@code en}. */
    public String getLanguage() {
        return language;
    }

    public boolean isTu() {
        return tu;
    }

    /** Language and place as browsers write it: fr-CA, fr-FR, en-CA, en. */
    public String getLang() {
        return getLocale().toLanguageTag();
    }

    /** Language and place: decides words, dates, money and typography. */
    public Locale getLocale() {
        boolean quebec = workspace != null && "CA-QC".equals(workspace.getJurisdiction());
        if ("en".equals(language)) {
            return quebec ? Locale.CANADA : Locale.UK;
        }
        return quebec ? Locale.CANADA_FRENCH : Locale.FRANCE;
    }

    /** The sign of the place's money. */
    public String getCurrency() {
        return workspace != null && "CA-QC".equals(workspace.getJurisdiction()) ? "$" : "€";
    }

    /** The zone of the place; UTC outside workspaces. */
    public ZoneId getZone() {
        return workspace == null ? ZoneId.of("UTC") : workspace.getZone();
    }

    /** The secret of this session that forms outside Faces carry. */
    public String getCsrf() {
        return Csrf.of(request);
    }
}
