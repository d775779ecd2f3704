package app.entente.journey.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two hundred requests of both workspaces at once: every answer holds the marks of its own and none of the other. Some of them fail on the way. */
class MixedRequestsJourney {

    private static final int REQUESTS = 200;
    private static final int AT_ONCE = 24;

    /** A page that shows marks, and whose they are. */
    private record Errand(Visitor visitor, String address, char workspace, boolean fails) {
    }

    @AfterAll
    static void leave() throws Exception {
        Twins.leave(MixedRequestsJourney.class);
    }

    @Test
    void two_hundred_requests_at_once_never_meet() throws Exception {
        Twins twins = Twins.get();
        twins.othersCome();
        List<Errand> errands = errands(twins);
        Random dice = new Random(20261122);
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                Errand errand = errands.get(dice.nextInt(errands.size()));
                answers.add(people.submit(() -> wrong(twins, errand)));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> answer : answers) {
                wrong.addAll(answer.get());
            }
            assertThat(wrong).isEmpty();
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Errand> errands(Twins twins) {
        List<Errand> errands = new ArrayList<>();
        for (String name : List.of("owner", "b-owner", "client", "b-client")) {
            Actor actor = twins.actor(name);
            boolean b = name.startsWith("b-");
            String file = twins.rowsOfA().get("client_file").get(0).get("id");
            List<String> own = actor.home().startsWith("/w/") ? List.of("", "/file/list", "/receipt/list", "/meeting/list", "/file/show?id=" + (b ? twins.twin(file) : file))
                : List.of("", "/documents", "/receipts");
            own.forEach(page -> errands.add(new Errand(actor.visitor(), actor.home() + page, b ? 'b' : 'a', false)));
            // Half of what a practitioner asks for ends in the middle: the row is somebody else's.
            if (actor.home().startsWith("/w/")) {
                for (String page : List.of("/file/show?id=", "/file/edit?id=", "/agreement/show?id=", "/meeting/show?id=", "/receipt/show?id=")) {
                    errands.add(new Errand(actor.visitor(), actor.home() + page + (b ? file : twins.twin(file)), b ? 'b' : 'a', true));
                }
            }
        }
        return errands;
    }

    private static List<String> wrong(Twins twins, Errand errand) {
        Reply reply = errand.visitor().get(errand.address());
        List<String> marks = twins.marks().found(reply.everything());
        List<String> wrong = new ArrayList<>();
        if (reply.status() != (errand.fails() ? 404 : 200)) {
            wrong.add(errand.address() + " answers " + reply.status());
        }
        marks.stream().filter(mark -> mark.charAt(2) != errand.workspace()).forEach(mark -> wrong.add(errand.address() + " shows " + twins.marks().of(mark)));
        if (marks.isEmpty() && !errand.fails()) {
            wrong.add(errand.address() + " shows no mark at all");
        }
        return wrong;
    }
}
