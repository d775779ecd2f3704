package app.entente.web.frame;

import java.util.Optional;
import java.util.UUID;

/**
 * Gives what is downloaded at {@code /w/{slug}/download/{kind}/{id}} and {@code /c/{slug}/download/{kind}/{id}}. A feature that has something
 * to download has one such bean; {@link Downloads} finds it by its kind.
 */
public interface Download {

    /** The word in the address. */
    String kind();

    /** What a practitioner gets; {@link app.entente.kernel.NotFound} when there is nothing. */
    Content forPractice(UUID id);

    /** What a client gets; {@link app.entente.kernel.NotFound} when there is nothing or it is not theirs. */
    Content forClient(UUID id);

    /**
     * A file.
     *
     * @param name its name, in ASCII letters, digits, dots and hyphens
     * @param mediaType what it is
     * @param bytes its bytes, as they are kept
     */
    record Content(String name, String mediaType, byte[] bytes) {
    }

    /** What a practitioner gets where it is long and written while it is read; empty where {@link #forPractice} gives it. */
    default Optional<Stream> longForPractice(UUID id) {
        return Optional.empty();
    }

    /** What a client gets of a whole year; {@link app.entente.kernel.NotFound} when there is nothing. */
    default Stream forClient(int year) {
        throw new app.entente.kernel.NotFound();
    }

    /**
     * A file that is written while it is read.
     *
     * @param name its name, in ASCII letters, digits, dots and hyphens
     * @param body writes it
     */
    record Stream(String name, String mediaType, Body body) {
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Body {

        /** Writes it to the end; the one who calls closes. */
        void write(java.io.OutputStream out) throws java.io.IOException;
    }
}
