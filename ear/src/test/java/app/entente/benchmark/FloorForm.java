package app.entente.benchmark;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bare form: thirty fields with a value each. */
@Named
@RequestScoped
public class FloorForm {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Fills the fields. */
    public FloorForm() {
        for (int i = 1; i <= 30; i++) {
            values.put("f" + i, "valeur " + i);
        }
    }

    public Map<String, String> getValues() {
        return values;
    }
}
