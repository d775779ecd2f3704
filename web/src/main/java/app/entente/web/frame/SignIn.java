package app.entente.web.frame;

import app.entente.file.Portals;
import app.entente.identity.Accounts;
import app.entente.identity.Caller;
import app.entente.identity.Login;
import app.entente.identity.Role;
import app.entente.identity.Seat;
import app.entente.person.People;
import app.entente.support.Support;
import app.entente.support.SupportSeat;
import app.entente.tenant.CurrentTenant;
import app.entente.workspace.Arrivals;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says on each request who is there and what they are in the place the address names. The session holds only what the identity provider said;
 * the roles come from the database every time, so that a seat taken away works no more at the next click.
 */
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

    static final String LOGIN = "entente.login";
    static final String ACCOUNT = "entente.account";
    /** Request attribute: the pending login that this callback has just answered. */
    private static final String ANSWERED = "entente.answered";
    static final String LANGUAGE_COOKIE = "entente-language";
    private static final Logger LOG = Logger.getLogger(SignIn.class.getName());

    @Inject
    private Trust trust;
    @Inject
    private OpenId provider;
    @Inject
    private Accounts accounts;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Arrivals arrivals;
    @Inject
    private People people;
    @Inject
    private Portals portals;
    @Inject
    private Support support;
    @Inject
    private CurrentTenant tenant;
    @Inject
    private Caller caller;
    @Inject
    private Here here;
    @Inject
    private Clock clock;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
        throws AuthenticationException {
        trust.says(request, response);
        String path = request.getRequestURI();
        if (path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/") || path.startsWith("/health")) {
            return context.doNothing();
        }
        try {
            if ("/oidc/callback".equals(path)) {
                return callback(request, response, context);
            }
            return enter(request, response, context, Address.of(path));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the identity provider could not be reached or understood", e);
            return fail(response);
        }
    }

    private AuthenticationStatus enter(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Address address)
        throws IOException {
        HttpSession session = request.getSession(false);
        Login login = login(session);
        UUID account = login == null ? null : (UUID) session.getAttribute(ACCOUNT);
        Arrivals.Arrival arrival = arrivals.at(address.slug(), login == null ? null : login.sessionId(), account);
        Workspace workspace = arrival.workspace();
        Seat seat = arrival.seat();
        here.at(address, workspace);
        caller.comesFrom(request.getRemoteAddr(), header(request, "User-Agent"));
        if (address.slug() != null && workspace == null && !address.area().closed()) {
            here.speak(visitorLanguage(request, null), false);
            return context.responseNotFound();
        }
        if (workspace != null) {
            enter(workspace);
        }
        if (seat != null && seat.ended()) {
            session.invalidate();
            login = null;
        }
        here.speak(login == null ? visitorLanguage(request, workspace) : language(request, login), false);
        if (login == null) {
            return address.area().closed() ? challenge(request, response, context) : context.doNothing();
        }
        Set<String> roles = seat(address, workspace, login, account, seat, request);
        letIn(address, workspace, login, account, roles);
        boolean entitled = switch (address.area()) {
            case PRACTICE -> (caller.worksHere() || here.getSupportUntil() != null) && Rooms.open(address, caller.role());
            case CLIENT -> roles.contains(Role.CLIENT);
            case OPERATOR -> roles.contains(Role.OPERATOR);
            default -> true;
        };
        if (!entitled) {
            // Nothing of the place may show on the page that says so: neither its name nor its colour.
            here.at(Address.of("/"), null);
            return context.responseNotFound();
        }
        return context.notifyContainerAboutLogin(login.subject(), roles);
    }

    private void enter(Workspace workspace) {
        tenant.enter(workspace.getId());
        if (workspace.isReadOnly()) {
            tenant.onlyRead();
        }
    }

    private Set<String> seat(Address address, Workspace workspace, Login login, UUID account, Seat seat, HttpServletRequest request) {
        Set<String> roles = new HashSet<>(Set.of(Role.PERSON));
        UUID person = null;
        if (workspace != null) {
            String role = address.area() == Address.Area.PRACTICE ? Role.ofMember(seat.role()) : null;
            here.supportConcerns(seat.support());
            if (role != null) {
                roles.add(role);
            }
            if (address.area() == Address.Area.CLIENT && seat.personId() != null && portals.open(seat.personId())) {
                roles.add(Role.CLIENT);
                person = seat.personId();
                var known = people.known(person);
                here.speak(chosen(request) == null ? known.getLanguage() : chosen(request), known.isTu());
            }
        }
        if (address.area() == Address.Area.OPERATOR && login.operator() && accounts.operates(account)) {
            roles.add(Role.OPERATOR);
        }
        caller.is(login, account, person);
        roles.stream().filter(role -> !role.equals(Role.PERSON)).findFirst().ifPresent(caller::actsAs);
        return roles;
    }

    /** Somebody of the platform, whom the practitioner lets look for a while: at named pages, and in a request that changes nothing. */
    private void letIn(Address address, Workspace workspace, Login login, UUID account, Set<String> roles) {
        if (address.area() != Address.Area.PRACTICE || workspace == null || roles.size() > 1 || !login.operator() || !accounts.operates(account)
            || !Rooms.open(address, Role.SUPPORT)) {
            return;
        }
        SupportSeat seat = support.seat(account);
        if (seat != null) {
            roles.add(Role.PRACTITIONER);
            caller.actsAs(Role.SUPPORT);
            tenant.onlyRead();
            here.supportUntil(seat.until());
            support.looks(seat.access());
        }
    }

    private AuthenticationStatus challenge(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        String target = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if ("POST".equals(request.getMethod())) {
            TypedAgain.keep(request, request.getRequestURI());
        }
        String address = begin(request, target, null, null, null);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + address.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
            return AuthenticationStatus.SEND_CONTINUE;
        }
        return context.redirect(address);
    }

    /** The request for proof that this callback answers; null when it answers none. */
    public static Answer answer(HttpServletRequest request) {
        return (Answer) request.getAttribute(ANSWERED);
    }

    /** Begins a login and answers the provider's address for it. A nonce and an intent are given when it is to prove a signature. */
    public String begin(HttpServletRequest request, String target, String intent, String nonce, String hint) throws IOException {
        Pending pending = Pending.begin(request.getSession(), target, intent, nonce, clock.instant());
        return provider.loginAddress(pending, here.getLanguage(), hint).toString();
    }

    private AuthenticationStatus callback(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) throws IOException {
        caller.comesFrom(request.getRemoteAddr(), header(request, "User-Agent"));
        Pending pending = Pending.take(request.getSession(false), request.getParameter("state"), clock.instant());
        if (pending == null || !provider.isIssuer(request.getParameter("iss"))) {
            // Without a login to go on with, the way back must not begin another one: a browser that keeps no cookies would go round in circles.
            response.sendRedirect(current(request) == null ? "/" : "/places");
            return AuthenticationStatus.SEND_CONTINUE;
        }
        Address address = Address.of(pending.target().split("\\?")[0]);
        if (request.getParameter("error") != null || request.getParameter("code") == null) {
            return outside(response, address);
        }
        Login login = provider.redeem(request.getParameter("code"), pending);
        if (login.sessionId() != null && accounts.ended(login.sessionId())) {
            // The provider has told of the end and is about to forget the session: asking it again now would go round in circles.
            return outside(response, address);
        }
        Login before = current(request);
        if (pending.intent() == null) {
            // First, as it may fail: a session with a login and no account would be nobody's until it ends.
            UUID account = accounts.arrive(login);
            request.changeSessionId();
            request.getSession().setAttribute(LOGIN, login);
            request.getSession().setAttribute(ACCOUNT, account);
            response.sendRedirect(pending.target());
            return AuthenticationStatus.SEND_CONTINUE;
        }
        if (before == null || !before.subject().equals(login.subject())) {
            response.sendRedirect(pending.target());
            return AuthenticationStatus.SEND_CONTINUE;
        }
        Workspace workspace = workspaces.find(address.slug());
        if (workspace == null) {
            return context.responseNotFound();
        }
        here.at(address, workspace);
        enter(workspace);
        UUID account = (UUID) request.getSession().getAttribute(ACCOUNT);
        Set<String> roles = seat(address, workspace, login, account, accounts.seatAt(login.sessionId(), account, workspace.getId()), request);
        request.getSession().setAttribute(LOGIN, login);
        request.setAttribute(ANSWERED, new Answer(pending.intent(), pending.nonce(), pending.target()));
        return context.notifyContainerAboutLogin(login.subject(), roles);
    }

    private static AuthenticationStatus outside(HttpServletResponse response, Address address) throws IOException {
        response.sendRedirect(address.area() == Address.Area.CLIENT || address.area() == Address.Area.PRACTICE ? "/p/" + address.slug() : "/");
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static Login login(HttpSession session) {
        return session == null ? null : (Login) session.getAttribute(LOGIN);
    }

    private Login current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Login login = login(session);
        if (login != null && login.sessionId() != null && accounts.ended(login.sessionId())) {
            session.invalidate();
            return null;
        }
        return login;
    }

    private static AuthenticationStatus fail(HttpServletResponse response) throws AuthenticationException {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    static String chosen(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (LANGUAGE_COOKIE.equals(cookie.getName())) {
                    return "en".equals(cookie.getValue()) ? "en" : "fr";
                }
            }
        }
        return null;
    }

    private static String language(HttpServletRequest request, Login login) {
        String chosen = chosen(request);
        return chosen == null ? login.locale() : chosen;
    }

    private static String visitorLanguage(HttpServletRequest request, Workspace workspace) {
        String chosen = chosen(request);
        if (chosen != null) {
            return chosen;
        }
        String accepted = header(request, "Accept-Language");
        if (accepted.isEmpty()) {
            return workspace == null ? "fr" : workspace.getLanguage();
        }
        return request.getLocale().getLanguage().equals("en") ? "en" : "fr";
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.substring(0, Math.min(300, value.length()));
    }
}
