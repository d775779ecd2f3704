package app.entente.web.frame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The beans of the frame for components and handlers, which CDI does not make. Asking CDI itself takes as long as writing five fields. */
final class Frame {

    private Frame() {
    }

    /** Lays them ready on a request for a page. */
    static void keep(HttpServletRequest request, Here here, Me me, Messages messages) {
        request.setAttribute(Here.class.getName(), here);
        request.setAttribute(Me.class.getName(), me);
        request.setAttribute(Messages.class.getName(), messages);
    }

    /** One of them; looked for where nobody laid it ready, as on the pages that say what went wrong. */
    static <T> T of(FacesContext context, Class<T> type) {
        Map<String, Object> request = context.getExternalContext().getRequestMap();
        return type.cast(request.computeIfAbsent(type.getName(), name -> CDI.current().select(type).get()));
    }
}
