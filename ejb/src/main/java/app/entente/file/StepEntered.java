package app.entente.file;

import java.util.UUID;

/** A file has come to a step of its path. */
public record StepEntered(UUID fileId, String code, String how) {
}
