package app.entente.file;

import app.entente.person.PersonDetails;

/**
 * Somebody's part in a file that is taken over.
 *
 * @param capacity {@code client}, {@code parent}, {@code guardian}, {@code partner} or {@code relative}
 */
public record Taking(PersonDetails details, String capacity) {
}
