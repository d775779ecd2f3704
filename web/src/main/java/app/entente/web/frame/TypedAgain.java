package app.entente.web.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Gives a page back what was typed when the session or the view behind it had ended before the post arrived. */
public class TypedAgain implements SystemEventListener {

    private static final String KEY = "entente.typed";
    private static final int MOST = 200_000;

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
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    /** The view is built and about to be shown: earlier there are no fields to fill. */
    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = FacesContext.getCurrentInstance();
        HttpSession session = (HttpSession) context.getExternalContext().getSession(false);
        if (context.isPostback() || session == null || !(session.getAttribute(KEY) instanceof Typed typed)) {
            return;
        }
        Here here = context.getApplication().evaluateExpressionGet(context, "#{here}", Here.class);
        if (!typed.path().equals(here.getUrl())) {
            return;
        }
        session.removeAttribute(KEY);
        context.getViewRoot().visitTree(VisitContext.createVisitContext(context), (visit, component) -> {
            if (component instanceof UIInput input) {
                giveBack(input, typed.values(), input.getClientId(context));
            }
            return VisitResult.ACCEPT;
        });
        Messages messages = context.getApplication().evaluateExpressionGet(context, "#{msg}", Messages.class);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get("frame.typed_again"), null));
    }

    private static void giveBack(UIInput input, Map<String, String[]> typed, String id) {
        if (input instanceof UISelectBoolean) {
            // A box that is not ticked is not sent at all; its form says that it was there.
            String form = id.substring(0, id.indexOf(':') + 1);
            if (!form.isEmpty() && typed.keySet().stream().anyMatch(name -> name.startsWith(form))) {
                input.setSubmittedValue(String.valueOf(typed.containsKey(id)));
            }
        } else if (typed.containsKey(id)) {
            input.setSubmittedValue(input instanceof UISelectMany ? typed.get(id) : typed.get(id)[0]);
        }
    }
}
