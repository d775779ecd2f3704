package app.entente.identity;

import java.util.UUID;

/**
 * What an account is in a workspace.
 *
 * @param role role of its membership (owner, assistant, supervisor); null when it does not work here
 * @param personId the person it is here; null when it is nobody's portal
 */
public record Seat(String role, UUID personId) {

    public boolean practitioner() {
        return "owner".equals(role);
    }

    public boolean client() {
        return personId != null;
    }
}
