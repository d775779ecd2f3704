package app.entente.file;

import java.time.LocalDate;

/**
 * What a supervisor reads of a file that is named to them, besides the state of its agreements.
 *
 * @param row the file and the client's name
 * @param kind individual, couple, family or minor
 * @param birthDate of the client; may be null
 * @param reason why the person came, in neutral words
 */
public record SupervisedFile(EntrustedFile row, String kind, LocalDate birthDate, String reason) {
}
