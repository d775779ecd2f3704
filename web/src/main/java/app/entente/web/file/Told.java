package app.entente.web.file;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.kernel.TimelineEntry;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;

/** The words of what happened in a file, in the reader's language. */
@Named
@RequestScoped
public class Told {

    @Inject
    private Messages messages;
    @Inject
    private Fmt fmt;

    /** One line of the timeline. */
    public String words(TimelineEntry entry) {
        return messages.fill(entry.key(), entry.arguments().stream().map(this::argument).toArray());
    }

    private Object argument(Object argument) {
        if (argument instanceof Bilingual text) {
            return fmt.text(text);
        } else if (argument instanceof Money money) {
            return fmt.money(money);
        } else if (argument instanceof LocalDate day) {
            return fmt.date(day);
        } else if (argument instanceof Instant instant) {
            return fmt.dateTime(instant);
        }
        return argument;
    }
}
