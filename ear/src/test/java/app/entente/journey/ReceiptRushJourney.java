package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.journey.isolation.Reply;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty at once, over HTTP, with the form of the page: the same one is one receipt, different ones are numbered without a gap. */
@ExtendWith(Journeys.class)
class ReceiptRushJourney {

    private static final int MANY = 50;
    private static final String LETTERS = "/c/maude-lavigne/receipts";

    @Test
    void one_form_sent_fifty_times_at_once_is_one_receipt_one_document_and_one_mail(Journeys journeys) throws Exception {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.opens(Person.MAUDE.home());
        ReceiptDesk desk = new ReceiptDesk(screen);
        String meeting = ReceiptDesk.meetings(1).get(0);
        ReceiptDesk.Sheet sheet = ReceiptDesk.sheet(desk.page(meeting)).orElseThrow();
        everythingSent(screen);
        long before = letters();

        List<Callable<Reply>> posts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            posts.add(() -> desk.sends(sheet));
        }
        List<Reply> answers = atOnce(posts);
        assertThat(answers).extracting(Reply::status).containsOnly(200, 302).contains(302);
        assertThat(answers.stream().flatMap(answer -> ReceiptDesk.receipt(answer).stream()).distinct()).hasSize(1);

        String receipt = answers.stream().flatMap(answer -> ReceiptDesk.receipt(answer).stream()).findFirst().orElseThrow();
        assertThat(ReceiptDesk.column("select distinct receipt_id from receipt_line where tenant_id = '$' and meeting_id = '" + meeting + "'")).containsExactly(receipt);
        assertThat(ReceiptDesk.column("select idempotency_key from receipt where tenant_id = '$' and id = '" + receipt + "'")).containsExactly(sheet.key());
        sealed(screen, List.of(receipt));
        assertThat(ReceiptDesk.number("select count(*) from sealed_document where tenant_id = '$' and subject_id = '" + receipt + "'")).isEqualTo(1);
        assertThat(ReceiptDesk.number("select count(*) from ledger_entry e join receipt_line l on l.tenant_id = e.tenant_id and l.receipt_id = '" + receipt
            + "' where e.tenant_id = '$' and e.receipt_id = l.receipt_id")).isEqualTo(1);
        everythingSent(screen);
        assertThat(letters()).as("mails caught").isEqualTo(before + 1);
    }

    @Test
    void fifty_forms_sent_at_once_have_fifty_numbers_in_a_row(Journeys journeys) throws Exception {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.opens(Person.MAUDE.home());
        List<ReceiptDesk> desks = new ArrayList<>();
        List<Callable<Reply>> posts = new ArrayList<>();
        for (String meeting : ReceiptDesk.meetings(MANY)) {
            // A session keeps six forms and forgets the oldest.
            if (posts.size() % 5 == 0) {
                desks.add(new ReceiptDesk(screen));
            }
            ReceiptDesk desk = desks.get(desks.size() - 1);
            ReceiptDesk.Sheet sheet = ReceiptDesk.sheet(desk.page(meeting)).orElseThrow();
            posts.add(() -> desk.sends(sheet));
        }
        List<Reply> answers = atOnce(posts);
        assertThat(answers).extracting(answer -> answer.status() + " " + answer.header("Location").replaceAll("=.*", "=…")).containsOnly("302 " + Installation.stack().baseUrl() + Person.MAUDE.home() + "/receipt/show?id=…");
        Set<String> receipts = Set.copyOf(answers.stream().map(answer -> ReceiptDesk.receipt(answer).orElseThrow()).toList());
        assertThat(receipts).hasSize(MANY);
        List<Long> numbers = ReceiptDesk.column("select number from receipt where tenant_id = '$' and id in " + ReceiptDesk.in(receipts) + " order by number").stream()
            .map(Long::valueOf).toList();
        assertThat(numbers).containsExactlyElementsOf(LongStream.range(numbers.get(0), numbers.get(0) + MANY).boxed().toList());
        sealed(screen, receipts);
        assertThat(ReceiptDesk.number("select count(*) from sealed_document where tenant_id = '$' and subject_id in " + ReceiptDesk.in(receipts))).isEqualTo(MANY);
    }

    private static long letters() {
        return new Mailbox(Person.NOA.email()).letters().stream().filter(letter -> letter.text().contains(LETTERS)).count();
    }

    private static void everythingSent(Screen screen) {
        until(screen, "select count(*) from mail where tenant_id = '$' and status = 'queued'");
    }

    private static void sealed(Screen screen, Iterable<String> receipts) {
        until(screen, "select count(*) from receipt where tenant_id = '$' and sealed_id is null and id in " + ReceiptDesk.in(receipts));
    }

    private static void until(Screen screen, String none) {
        screen.page().waitForCondition(() -> {
            try {
                return ReceiptDesk.number(none) == 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }, new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static List<Reply> atOnce(List<Callable<Reply>> posts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(posts.size());
        try {
            List<Reply> answers = new ArrayList<>();
            for (Future<Reply> answer : threads.invokeAll(posts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
