package app.entente.web.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Gives a page back what was typed when the session or the view behind it had ended before the post arrived. */
public class TypedAgain implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final String KEY = "entente.typed";
    private static final int MOST = 60_000;

    /** What was typed on which page. */
    private record Typed(String path, HashMap<String, String[]> values) implements Serializable {
    }

    /** Keeps a refused post for the next showing of the page, in the session, once. */
    static void keep(HttpServletRequest request, String path) {
        HashMap<String, String[]> values = new HashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            if (entry.getKey().contains(":") && !entry.getKey().startsWith("jakarta.faces")) {
                values.put(entry.getKey(), entry.getValue());
                for (String value : entry.getValue()) {
                    size += value.length();
                }
            }
        }
        if (!values.isEmpty() && size <= MOST) {
            request.getSession().setAttribute(KEY, new Typed(path, values));
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        HttpSession session = (HttpSession) context.getExternalContext().getSession(false);
        if (context.isPostback() || session == null || !(session.getAttribute(KEY) instanceof Typed typed)) {
            return;
        }
        Here here = context.getApplication().evaluateExpressionGet(context, "#{here}", Here.class);
        if (!typed.path().equals(here.getUrl()) || context.getViewRoot() == null) {
            return;
        }
        session.removeAttribute(KEY);
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (component instanceof UIInput input && typed.values().containsKey(input.getClientId(context))) {
                String[] values = typed.values().get(input.getClientId(context));
                input.setSubmittedValue(input instanceof UISelectMany ? values : values[0]);
            }
            return VisitResult.ACCEPT;
        });
        Messages messages = context.getApplication().evaluateExpressionGet(context, "#{msg}", Messages.class);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get("frame.typed_again"), null));
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        // Nothing to do: the values were put before rendering.
    }
}
