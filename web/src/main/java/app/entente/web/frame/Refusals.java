package app.entente.web.frame;

import app.entente.identity.Caller;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Iterator;
import java.util.logging.Logger;

/**
 * One place for what goes wrong behind a page: a refused rule becomes a message on the same page, nothing lost; what does not exist or is
 * somebody else's becomes 404; a view that has aged away leads back to the same address; the rest goes to the error page.
 */
class Refusals extends ExceptionHandlerWrapper {

    private static final Logger SECURITY = Logger.getLogger("app.entente.security");

    Refusals(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable thrown = events.next().getContext().getException();
            if (answered(context, thrown)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private boolean answered(FacesContext context, Throwable thrown) {
        if (find(thrown, NotFound.class) != null || find(thrown, EJBAccessException.class) != null) {
            note(find(thrown, EJBAccessException.class));
            return send(context, HttpServletResponse.SC_NOT_FOUND);
        }
        // A view that is not of this session or of this page, or made up.
        if (find(thrown, ViewExpiredException.class) != null || context.getCurrentPhaseId() == PhaseId.RESTORE_VIEW && find(thrown, FacesException.class) != null) {
            return again(context);
        }
        BusinessRuleViolation refused = find(thrown, BusinessRuleViolation.class);
        boolean rendering = context.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        if (refused != null && !rendering) {
            return say(context, typed(context.getViewRoot(), refused.field()), refused.code(), refused.arguments());
        }
        if (find(thrown, OptimisticLockException.class) != null && !rendering) {
            return say(context, null, "frame.changed_meanwhile");
        }
        if (!rendering && heldBack(thrown)) {
            return say(context, null, "frame.read_only");
        }
        ConstraintViolationException invalid = find(thrown, ConstraintViolationException.class);
        if (invalid != null && !rendering) {
            invalid.getConstraintViolations().forEach(v -> context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, v.getMessage(), null)));
            return true;
        }
        return false;
    }

    /** The database has held back a change that no rule of a feature saw; its message names ours. */
    private static boolean heldBack(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("ERROR: frame.read_only")) {
                return true;
            }
        }
        return false;
    }

    /** Somebody asked for what their role may not: a line of the security log. What is not there is noted by the boundary that looked for it. */
    static void note(EJBAccessException refused) {
        if (refused != null) {
            Caller caller = CDI.current().select(Caller.class).get();
            SECURITY.info(() -> "not allowed: " + CDI.current().select(Here.class).get().getUrl() + " to " + caller.role() + " " + caller.accountId() + " from "
                + caller.address());
        }
    }

    /** The control of the form that was sent in which somebody typed what is refused; null when there is none. */
    private static UIInput typed(UIComponent within, String field) {
        if (field == null || within == null || within instanceof UIForm form && !form.isSubmitted()) {
            return null;
        }
        if (within instanceof UIInput input && (field.equals(input.getId()) || input.getId().equals("v_" + field))) {
            return input;
        }
        Iterator<UIComponent> parts = within.getFacetsAndChildren();
        UIInput found = null;
        while (found == null && parts.hasNext()) {
            found = typed(parts.next(), field);
        }
        return found;
    }

    /** Says it beside the control that it is about, or above the page. */
    private static boolean say(FacesContext context, UIInput about, String code, Object... arguments) {
        Messages messages = CDI.current().select(Messages.class).get();
        context.addMessage(about == null ? null : about.getClientId(context), new FacesMessage(FacesMessage.SEVERITY_ERROR, messages.fill(code, arguments), null));
        if (about != null) {
            // A field that is not valid shows what was sent, and nothing where that is forgotten.
            about.setSubmittedValue(context.getExternalContext().getRequestParameterMap().get(about.getClientId(context)));
            about.setValid(false);
            context.validationFailed();
        }
        if (context.getViewRoot() != null) {
            context.renderResponse();
        }
        return true;
    }

    private static boolean send(FacesContext context, int status) {
        try {
            HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
            if (context.getPartialViewContext().isAjaxRequest()) {
                context.getExternalContext().redirect(CDI.current().select(Here.class).get().getUrl());
            } else if (!response.isCommitted()) {
                response.reset();
                response.sendError(status);
            }
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static boolean again(FacesContext context) {
        try {
            HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
            TypedAgain.keep(request, CDI.current().select(Here.class).get().getUrl());
            context.getExternalContext().redirect(CDI.current().select(Here.class).get().getUrl() + query(request));
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? "" : "?" + query;
    }

    static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
