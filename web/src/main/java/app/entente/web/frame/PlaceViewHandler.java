package app.entente.web.frame;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Puts the place back into every address Faces makes, so that a post, a link or a redirect cannot leave its workspace. */
public class PlaceViewHandler extends ViewHandlerWrapper {

    public PlaceViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        if (viewId.startsWith("/WEB-INF/")) {
            return Here.of(context).getUrl();
        }
        String url = Here.of(context).address().to(viewId);
        return url.isEmpty() ? "/" : url;
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Here.of(context).getLocale();
    }
}
