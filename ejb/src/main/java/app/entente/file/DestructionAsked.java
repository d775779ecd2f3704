package app.entente.file;

import java.util.UUID;

/** Somebody wants to destroy a file. A feature that has to keep something of it refuses, with the reason, and nothing is destroyed. */
public record DestructionAsked(UUID fileId) {
}
