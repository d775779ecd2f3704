package app.entente.benchmark;

import java.time.LocalDate;

/** A row of the bare list: as many columns as the list of client files has. */
public class FloorRow {

    private final int number;

    FloorRow(int number) {
        this.number = number;
    }

    public String getName() {
        return "Prénom " + number + " Nom " + (number * 7919 % 1000);
    }

    public String getReference() {
        return "2026-%04d".formatted(number);
    }

    public String getStep() {
        return "Étape " + number % 5;
    }

    public LocalDate getOpenedOn() {
        return LocalDate.of(2026, 1, 1).plusDays(number % 300);
    }

    public String getStatus() {
        return number % 7 == 0 ? "fermé" : "ouvert";
    }
}
