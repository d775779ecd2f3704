package app.entente.identity;

import java.util.UUID;

/**
 * Something to be asked of the identity provider.
 *
 * @param kind what is to be done; its first part names the feature that does it
 * @param subjectId for what: a row of that feature
 */
public record Command(String kind, UUID subjectId) {
}
