package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.DateTimeConverter;

/** An hour of the day; its value is a {@link java.time.LocalTime}. */
@FacesComponent(Hour.TYPE)
public class Hour extends HtmlInputText {

    static final String TYPE = "app.entente.Hour";

    @Override
    public String getType() {
        return "time";
    }

    @Override
    public Converter<?> getConverter() {
        DateTimeConverter converter = new DateTimeConverter();
        converter.setType("localTime");
        converter.setPattern("HH:mm");
        return converter;
    }
}
