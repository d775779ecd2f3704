package app.entente.audit;

import app.entente.document.OpenedSeal;
import app.entente.document.SealCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

/** Compares a chain with the latest anchors that lie outside the database (rule 8). */
@ApplicationScoped
class Anchors {

    private static final int LATEST = 31;

    @Inject
    AnchorFolder folder;
    @Inject
    SealCheck seals;

    /** @param hashOf the hash that an entry of the chain has, by its number; null when there is none of that number */
    AnchorVerdict compare(UUID chain, LongFunction<byte[]> hashOf) {
        AnchorVerdict verdict = new AnchorVerdict(0, null, 0, null, null, 0);
        try {
            for (Path file : folder.latest(LATEST)) {
                verdict = with(verdict, Files.readAllBytes(file), chain, hashOf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return verdict;
    }

    private AnchorVerdict with(AnchorVerdict before, byte[] sealed, UUID chain, LongFunction<byte[]> hashOf) {
        Optional<OpenedSeal> opened = seals.open(sealed);
        Anchor anchor;
        try {
            anchor = Anchor.read(opened.map(OpenedSeal::content).orElseThrow(() -> new IllegalArgumentException("no seal")));
        } catch (IllegalArgumentException e) {
            return new AnchorVerdict(before.compared(), before.latest(), before.upTo(), before.contradicted(), before.anchored(), before.unreadable() + 1);
        }
        Anchor.Head head = anchor.of(chain);
        if (head == null || before.contradicted() != null) {
            return before;
        }
        boolean same = Arrays.equals(head.hash(), hashOf.apply(head.seq()));
        return new AnchorVerdict(before.compared() + 1, same ? opened.get().stampedAt() : before.latest(), same ? head.seq() : before.upTo(), same ? null : head.seq(),
            same ? null : opened.get().stampedAt(), before.unreadable());
    }
}
