package app.entente.web.tag;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.DateTimeConverter;

/** A day, chosen in the browser's own calendar; its value is a {@link java.time.LocalDate}. */
@FacesComponent(Day.TYPE)
public class Day extends HtmlInputText {

    static final String TYPE = "app.entente.Day";

    @Override
    public String getType() {
        return "date";
    }

    @Override
    public Converter<?> getConverter() {
        DateTimeConverter converter = new DateTimeConverter();
        converter.setType("localDate");
        converter.setPattern("yyyy-MM-dd");
        return converter;
    }
}
