package app.entente.identity;

import java.util.UUID;

/**
 * What an account is in a workspace.
 *
 * @param role role of its membership (owner, assistant, supervisor); null when it does not work here
 * @param personId the person it is here; null when it is nobody's portal
 */
public record Seat(String role, UUID personId) {

    /** The container's role in the practice, exactly one; null when the account does not work here. */
    public String practiceRole() {
        return role == null ? null : switch (role) {
            case "owner" -> Role.PRACTITIONER;
            case "assistant" -> Role.ASSISTANT;
            case "supervisor" -> Role.SUPERVISOR;
            default -> null;
        };
    }

    public boolean client() {
        return personId != null;
    }
}
