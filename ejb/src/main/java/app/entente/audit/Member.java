package app.entente.audit;

import java.util.UUID;

/** Somebody who works or has worked in the workspace, to choose entries by. */
public record Member(UUID account, String email, String role) {
}
