package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 7 of the signing package: every event is chained to the one before it. */
class EvidenceChainTest {

    private static final UUID SIGNING = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-22T15:00:00.123456Z");
    private final List<EvidenceEvent> events = chain("frozen", "sent", "document_shown", "signed", "sealed");

    @Test
    void rule_7_an_untouched_chain_is_sound() {
        assertThat(EvidenceChain.firstBroken(events)).isZero();
        assertThat(EvidenceChain.firstBroken(List.of())).isZero();
    }

    @Test
    void rule_7_one_changed_character_is_found_and_named() {
        for (int i = 0; i < events.size(); i++) {
            EvidenceEvent event = events.get(i);
            List<EvidenceEvent> changed = new ArrayList<>(events);
            changed.set(i, copy(event, event.getSequence(), event.getBody().replace("{}", "{\"by\":\"x\"}"), event.getPrevious(), event.getHash()));
            assertThat(EvidenceChain.firstBroken(changed)).isEqualTo(i + 1);
        }
    }

    @Test
    void rule_7_a_body_changed_with_its_own_hash_breaks_the_next_event() {
        EvidenceEvent event = events.get(1);
        String body = event.getBody().replace("{}", "{\"by\":\"x\"}");
        List<EvidenceEvent> changed = new ArrayList<>(events);
        changed.set(1, copy(event, 2, body, event.getPrevious(), EvidenceChain.hash(event.getPrevious(), body)));
        assertThat(EvidenceChain.firstBroken(changed)).isEqualTo(3);
    }

    @Test
    void rule_7_a_removed_event_is_found_at_its_place() {
        for (int i = 0; i < events.size() - 1; i++) {
            List<EvidenceEvent> shorter = new ArrayList<>(events);
            shorter.remove(i);
            assertThat(EvidenceChain.firstBroken(shorter)).isEqualTo(i + 1);
        }
    }

    @Test
    void rule_7_a_removed_event_is_found_even_when_the_rest_is_renumbered() {
        List<EvidenceEvent> renumbered = new ArrayList<>(events.subList(0, 2));
        for (EvidenceEvent event : events.subList(3, events.size())) {
            renumbered.add(copy(event, event.getSequence() - 1, event.getBody(), event.getPrevious(), event.getHash()));
        }
        assertThat(EvidenceChain.firstBroken(renumbered)).isEqualTo(3);
    }

    @Test
    void rule_7_a_swapped_order_is_found() {
        List<EvidenceEvent> swapped = new ArrayList<>(events);
        Collections.swap(swapped, 2, 3);
        assertThat(EvidenceChain.firstBroken(swapped)).isEqualTo(3);
    }

    @Test
    void rule_7_an_event_put_in_between_is_found() {
        List<EvidenceEvent> longer = new ArrayList<>(events);
        longer.add(1, event(2, "consent_given", events.get(0).getHash()));
        assertThat(EvidenceChain.firstBroken(longer)).isEqualTo(3);
    }

    @Test
    void rule_7_a_chain_that_begins_elsewhere_is_found() {
        assertThat(EvidenceChain.firstBroken(List.of(event(1, "frozen", "f".repeat(64))))).isEqualTo(1);
    }

    @Test
    void rule_7_an_event_shown_as_another_than_its_body_says_is_found() {
        EvidenceEvent event = events.get(3);
        List<EvidenceEvent> relabelled = new ArrayList<>(events);
        relabelled.set(3, new EvidenceEvent(SIGNING, 4, event.getAt(), "declined", event.getBody(), event.getPrevious(), event.getHash()));
        assertThat(EvidenceChain.firstBroken(relabelled)).isEqualTo(4);
        List<EvidenceEvent> moved = new ArrayList<>(events);
        moved.set(3, new EvidenceEvent(SIGNING, 4, event.getAt().minusSeconds(3600), event.getKind(), event.getBody(), event.getPrevious(), event.getHash()));
        assertThat(EvidenceChain.firstBroken(moved)).isEqualTo(4);
    }

    @Test
    void rule_7_a_changed_link_is_found_though_the_hash_still_holds() {
        EvidenceEvent event = events.get(2);
        List<EvidenceEvent> unlinked = new ArrayList<>(events);
        unlinked.set(2, copy(event, 3, event.getBody(), "f".repeat(64), event.getHash()));
        assertThat(EvidenceChain.firstBroken(unlinked)).isEqualTo(3);
    }

    @Test
    void rule_7_the_hash_is_the_one_the_dossier_describes() {
        String body = "{\"kind\":\"signé\"}";
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(1);
        bytes.writeBytes(HexFormat.of().parseHex("ab".repeat(32)));
        bytes.writeBytes(new byte[] {0, 0, 0, (byte) text.length});
        bytes.writeBytes(text);
        assertThat(EvidenceChain.hash("ab".repeat(32), body)).isEqualTo(Sha256.of(bytes.toByteArray()).hex());
    }

    private static List<EvidenceEvent> chain(String... kinds) {
        List<EvidenceEvent> events = new ArrayList<>();
        String previous = EvidenceChain.BEGINNING;
        for (String kind : kinds) {
            EvidenceEvent event = event(events.size() + 1, kind, previous);
            events.add(event);
            previous = event.getHash();
        }
        return events;
    }

    private static EvidenceEvent event(int sequence, String kind, String previous) {
        Instant at = AT.plusSeconds(sequence);
        String body = "{\"sequence\":" + sequence + ",\"at\":\"" + at + "\",\"kind\":\"" + kind + "\",\"details\":{}}";
        return new EvidenceEvent(SIGNING, sequence, at, kind, body, previous, EvidenceChain.hash(previous, body));
    }

    private static EvidenceEvent copy(EvidenceEvent event, int sequence, String body, String previous, String hash) {
        return new EvidenceEvent(SIGNING, sequence, event.getAt(), event.getKind(), body, previous, hash);
    }
}
