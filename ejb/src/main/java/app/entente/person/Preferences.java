package app.entente.person;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What a person chooses for themselves in their own space.
 *
 * @param language {@code fr} or {@code en}
 * @param addressForm {@code tu} or {@code vous}
 * @param reminders whether they wish to be reminded of meetings
 */
public record Preferences(@NotNull @Pattern(regexp = "fr|en") String language, @NotNull @Pattern(regexp = "tu|vous") String addressForm,
    boolean reminders) {
}
