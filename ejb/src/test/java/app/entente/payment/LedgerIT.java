package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Buyer;
import app.entente.receipt.Payment;
import app.entente.receipt.ReceiptOrder;
import app.entente.receipt.Issuing;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger in the real database: what it takes, what it refuses, and that nothing in it can be changed. */
class LedgerIT {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");

    private InWorkspace maude;
    private UUID file;
    private UUID noa;
    private Service service;
    private Payments payments;
    private Balances balances;
    private Issuing issuing;

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @BeforeEach
    void a_practice_with_a_client() throws Exception {
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        service = Books.service("CAD", 12000);
        maude.run(() -> Features.get(Practices.class).establish(Books.quebec(), List.of(), List.of(service)));
        payments = Features.get(Payments.class);
        balances = Features.get(Balances.class);
        issuing = Features.get(Issuing.class);
        file = maude.call(() -> Features.get(Files.class).open(Books.person("Noa"), ""));
        noa = maude.call(() -> Features.get(Files.class).client(file)).getId();
    }

    @Test
    void what_a_receipt_says_as_paid_is_a_payment_in_the_ledger() throws Exception {
        UUID receipt = paidReceipt(1);
        PaymentRow row = only(maude.call(() -> payments.ofReceipt(receipt)));
        assertThat(row.amount()).isEqualTo(cad(12000));
        assertThat(row.means()).isEqualTo("card");
        assertThat(row.receiptId()).isEqualTo(receipt);
        assertThat(maude.call(() -> balances.ofReceipt(receipt)).open()).isEqualTo(cad(0));
        assertThat(maude.call(() -> balances.ofClient(noa)).balance().open()).isEqualTo(cad(0));
    }

    @Test
    void a_partial_payment_leaves_the_rest_open_and_too_much_stands_on_account() throws Exception {
        UUID first = invoice(1);
        UUID second = invoice(30);
        maude.call(() -> payments.record(order(List.of(first), 5000, "interac"), "one"));
        assertThat(maude.call(() -> balances.ofReceipt(first)).open()).isEqualTo(cad(7000));
        maude.call(() -> payments.record(order(List.of(second, first), 20000, "transfer"), "two"));
        assertThat(maude.call(() -> balances.ofReceipt(first)).open()).isEqualTo(cad(0));
        assertThat(maude.call(() -> balances.ofReceipt(second)).open()).isEqualTo(cad(0));
        assertThat(maude.call(() -> balances.ofClient(noa)).balance().credit()).isEqualTo(cad(1000));
        UUID third = invoice(60);
        maude.run(() -> Features.get(Settlements.class).settle(third));
        maude.run(() -> Features.get(Settlements.class).settle(third));
        assertThat(maude.call(() -> balances.ofReceipt(third)).settled()).isEqualTo(cad(1000));
        assertThat(maude.call(() -> balances.ofClient(noa)).balance().open()).isEqualTo(cad(11000));
        assertThat(maude.call(() -> balances.ofClients("noa", true, 0)).rows()).singleElement().extracting(Balance::open).isEqualTo(cad(11000));
        assertThat(maude.call(() -> balances.ofClients("somebody else", false, 0))).isEqualTo(new BalancePage(List.of(), 0, cad(0)));
        assertThat(maude.call(() -> balances.ofClients("", false, 1))).isEqualTo(new BalancePage(List.of(), 1, cad(11000)));
        refused("payment.not_open", () -> maude.call(() -> payments.record(order(List.of(first), 100, "card"), "three")));
    }

    @Test
    void a_refund_takes_what_is_free_first_then_opens_the_receipt_again_and_never_gives_more() throws Exception {
        UUID first = invoice(1);
        UUID paid = maude.call(() -> payments.record(order(List.of(first), 15000, "card"), "one"));
        maude.call(() -> payments.refund(paid, 4000, "card", today(), "back"));
        assertThat(maude.call(() -> payments.refund(paid, 4000, "card", today(), "back"))).isNotNull();
        assertThat(maude.call(() -> balances.ofReceipt(first)).open()).isEqualTo(cad(1000));
        refused("payment.refund_above", () -> maude.call(() -> payments.refund(paid, 11001, "card", today(), "more")));
        UUID rest = maude.call(() -> payments.refund(paid, 11000, "card", today(), "rest"));
        refused("payment.refund_of_refund", () -> maude.call(() -> payments.refund(rest, 1, "card", today(), "again")));
        assertThat(maude.call(() -> balances.ofReceipt(first)).open()).isEqualTo(cad(12000));
        assertThat(maude.call(() -> payments.ledger(new PaymentFilter(null, null, "noa", "card"), 0)).total()).isEqualTo(cad(0));
        assertThat(maude.call(() -> Features.get(PeriodClosings.class).check()).whole()).isTrue();
    }

    @Test
    void a_credit_note_sets_free_what_had_settled_the_receipt() throws Exception {
        UUID receipt = paidReceipt(1);
        maude.call(() -> issuing.credit(receipt, "Erreur", "credit"));
        Balance balance = maude.call(() -> balances.ofClient(noa)).balance();
        assertThat(balance.billed()).isEqualTo(cad(0));
        assertThat(balance.credit()).isEqualTo(cad(12000));
        UUID again = invoice(1);
        maude.run(() -> Features.get(Settlements.class).settle(again));
        assertThat(maude.call(() -> balances.ofReceipt(again)).unpaid()).isFalse();
        assertThat(maude.call(() -> balances.ofClient(noa)).balance().credit()).isEqualTo(cad(0));
    }

    @Test
    void a_receipt_that_replaces_another_takes_its_payment_and_nothing_is_counted_twice() throws Exception {
        Settlements settlements = Features.get(Settlements.class);
        UUID meeting = held(1);
        UUID wrong = maude.call(() -> issuing.issue(ReceiptOrder.of(meeting, new Payment("card", today().minusDays(1))), "wrong"));
        assertThat(maude.call(() -> settlements.takenBack(List.of(meeting)))).isEmpty();
        maude.call(() -> issuing.credit(wrong, "Erreur", "credit"));
        PaymentRow free = only(maude.call(() -> settlements.onAccount(List.of(noa))));
        assertThat(maude.call(() -> settlements.takenBack(List.of(meeting)))).containsOnly(Map.entry(meeting, free.id()));
        refused("payment.account_short", () -> maude.call(() -> issuing.issue(ReceiptOrder.of(meeting, new Payment("cash", free.paidOn(), free.id())), "means")));
        refused("payment.account_short", () -> maude.call(() -> issuing.issue(ReceiptOrder.of(meeting, new Payment("card", free.paidOn().minusDays(1), free.id())), "day")));
        UUID right = maude.call(() -> issuing.issue(ReceiptOrder.of(meeting, new Payment("card", free.paidOn(), free.id())), "right"));
        assertThat(only(maude.call(() -> payments.ofReceipt(right))).id()).isEqualTo(free.id());
        Balance balance = maude.call(() -> balances.ofClient(noa)).balance();
        assertThat(List.of(balance.billed(), balance.paid(), balance.open())).containsExactly(cad(12000), cad(12000), cad(0));
        assertThat(maude.call(() -> settlements.onAccount(List.of(noa)))).isEmpty();
        UUID next = held(30);
        refused("payment.account_short", () -> maude.call(() -> issuing.issue(ReceiptOrder.of(next, new Payment("card", free.paidOn(), free.id())), "spent")));
    }

    @Test
    void what_somebody_else_has_on_account_pays_for_nobody() throws Exception {
        UUID other = maude.call(() -> Features.get(Files.class).client(Features.get(Files.class).open(Books.person("Sam"), ""))).getId();
        UUID theirs = maude.call(() -> payments.record(new PaymentOrder(Debtor.client(other), List.of(), cad(12000), "card", today().minusDays(1)), "theirs"));
        UUID meeting = held(1);
        refused("payment.account_short", () -> maude.call(() -> issuing.issue(ReceiptOrder.of(meeting, new Payment("card", today().minusDays(1), theirs)), "own")));
    }

    @Test
    void a_payer_has_an_account_of_its_own() throws Exception {
        Buyer programme = new Buyer(null, "Programme Exemple", "1, rue Haute\nMontréal (Québec) H0H 0H0", null, "PAE-1", 5, 30);
        UUID invoice = maude.call(() -> issuing.issue(new ReceiptOrder("invoice", List.of(held(1)), null, List.of(), null, null, programme), "i"));
        assertThat(maude.call(() -> balances.ofPayer("Programme Exemple")).balance().open()).isEqualTo(cad(12000));
        assertThat(maude.call(() -> balances.ofClient(noa)).balance().open()).isEqualTo(cad(0));
        UUID own = invoice(30);
        refused("payment.other_debtor", () -> maude.call(() -> payments.record(order(List.of(invoice, own), 24000, "transfer"), "mixed")));
        maude.call(() -> payments.record(order(List.of(invoice), 12000, "transfer"), "programme"));
        assertThat(maude.call(() -> balances.ofPayers("", false, 0)).rows()).singleElement().satisfies(one -> assertThat(one.owes()).isFalse());
        assertThat(maude.call(() -> payments.row(only(maude.call(() -> payments.ofReceipt(invoice))).id())).who()).isEqualTo("Programme Exemple");
    }

    @Test
    void the_same_form_twice_is_one_payment_and_another_one_with_its_key_is_refused() throws Exception {
        UUID receipt = invoice(1);
        UUID paid = maude.call(() -> payments.record(order(List.of(receipt), 12000, "card"), "key"));
        assertThat(maude.call(() -> payments.record(order(List.of(receipt), 12000, "card"), "key"))).isEqualTo(paid);
        refused("payment.key_used", () -> maude.call(() -> payments.record(order(List.of(), 12000, "card"), "key")));
        refused("payment.amount", () -> maude.call(() -> payments.record(order(List.of(), 0, "card"), "zero")));
        refused("receipt.means", () -> maude.call(() -> payments.record(order(List.of(), 100, "gold"), "gold")));
        refused("payment.future", () -> maude.call(() -> payments.record(new PaymentOrder(Debtor.client(noa), List.of(), cad(100), "card", today().plusDays(1)), "later")));
        refused("payment.nobody", () -> maude.call(() -> payments.record(new PaymentOrder(Debtor.client(null), List.of(), cad(100), "card", today()), "nobody")));
    }

    @Test
    void nothing_is_dated_in_a_closed_period_and_months_are_closed_in_order() throws Exception {
        PeriodClosings closings = Features.get(PeriodClosings.class);
        YearMonth before = YearMonth.from(today()).minusMonths(2);
        maude.call(() -> payments.record(on(before.atDay(10), 3000), "one"));
        maude.call(() -> payments.record(on(before.plusMonths(1).atDay(3), 2000), "two"));
        refused("payment.closing_order", () -> maude.call(() -> close(before.plusMonths(1))));
        assertThat(maude.call(() -> closings.next())).isEqualTo(before);
        maude.run(() -> closings.close(before));
        LedgerClosing closing = maude.call(() -> closings.all()).stream().filter(one -> !one.isYear()).findFirst().orElseThrow();
        assertThat(closing.getReceived()).isEqualTo(cad(3000));
        assertThat(closing.getEntries()).isEqualTo(1);
        assertThat(closing.getDigest()).hasSize(64);
        refused("payment.closed", () -> maude.call(() -> payments.record(on(before.atDay(11), 100), "late")));
        refused("payment.closed", () -> maude.call(() -> issuing.issue(ReceiptOrder.of(held(24 * 100), new Payment("card", before.atDay(20))), "late")));
        maude.run(() -> closings.close(before.plusMonths(1)));
        refused("payment.closing_early", () -> maude.call(() -> close(before.plusMonths(2))));
        assertThat(maude.call(() -> closings.check()).whole()).isTrue();
        asOwner("insert into ledger_entry (tenant_id, id, paid_on, means, amount_minor, currency, person_id, idempotency_key) values ('" + maude.tenant() + "', uuidv7(), '"
            + before.atDay(5) + "', 'card', 1, 'CAD', '" + noa + "', 'direct')", "that period of the ledger is closed");
    }

    @Test
    void the_application_and_the_owner_can_neither_change_nor_take_out_a_line() throws Exception {
        paidReceipt(1);
        for (String table : List.of("ledger_entry", "ledger_allocation")) {
            for (String attempt : List.of("update " + table + " set amount_minor = 1", "delete from " + table)) {
                asApplication(attempt, "permission denied");
                asOwner(attempt, "the ledger is only added to");
            }
        }
        asApplication("truncate ledger_entry", "permission denied");
        asApplication("update ledger_head set seq = seq + 7", "moves on one by one");
        assertThat(maude.call(() -> Features.get(PeriodClosings.class).check())).isEqualTo(new LedgerVerdict(2, null));
    }

    @Test
    void a_line_that_was_changed_behind_the_locks_is_found() throws Exception {
        maude.call(() -> payments.record(order(List.of(), 100, "card"), "one"));
        maude.call(() -> payments.record(order(List.of(), 200, "card"), "two"));
        maude.call(() -> payments.record(order(List.of(), 300, "card"), "three"));
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update ledger_entry set amount_minor = 250 where tenant_id = '" + maude.tenant() + "' and amount_minor = 200");
        }
        assertThat(maude.call(() -> Features.get(PeriodClosings.class).check())).isEqualTo(new LedgerVerdict(3, 2L));
    }

    @Test
    void fifty_payments_at_once_are_fifty_links_and_settle_a_receipt_once() throws Exception {
        UUID receipt = invoice(1);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String key = "payment " + i;
            work.add(() -> {
                try {
                    maude.call(() -> payments.record(order(List.of(receipt), 1200, "card"), key));
                    return true;
                } catch (BusinessRuleViolation e) {
                    return false;
                }
            });
        }
        assertThat(atOnce(work)).filteredOn(done -> done).hasSize(10);
        assertThat(maude.call(() -> balances.ofReceipt(receipt)).settled()).isEqualTo(cad(12000));
        List<Callable<UUID>> more = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String key = "on account " + i;
            more.add(() -> maude.call(() -> payments.record(order(List.of(), 100, "card"), key)));
        }
        assertThat(atOnce(more).stream().distinct()).hasSize(50);
        assertThat(maude.call(() -> Features.get(PeriodClosings.class).check())).isEqualTo(new LedgerVerdict(70, null));
    }

    @Test
    void in_cash_the_rounded_sum_settles_the_whole() throws Exception {
        Service odd = Books.service("CAD", 11498);
        InWorkspace here = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        here.run(() -> Features.get(Practices.class).establish(Books.quebec(), List.of(), List.of(odd)));
        UUID one = here.call(() -> Features.get(Files.class).open(Books.person("Noa"), ""));
        UUID meeting = here.call(() -> Features.get(Meetings.class).recordHeld(one, odd.getId(), now().minusDays(3), 45, "office", ""));
        UUID receipt = here.call(() -> issuing.issue(new ReceiptOrder("invoice", List.of(meeting), null, List.of(), null, null, null), "i"));
        UUID person = here.call(() -> Features.get(Files.class).client(one)).getId();
        UUID paid = here.call(() -> payments.record(new PaymentOrder(Debtor.client(person), List.of(receipt), cad(11500), "cash", today()), "k"));
        assertThat(here.call(() -> balances.ofClient(person)).balance().open()).isEqualTo(cad(0));
        here.call(() -> payments.refund(paid, 11500, "cash", today(), "r"));
        assertThat(here.call(() -> balances.ofClient(person)).balance().open()).isEqualTo(cad(11498));
        assertThat(here.call(() -> balances.ofReceipt(receipt)).open()).isEqualTo(cad(11498));
    }

    @Test
    void an_assistant_may_and_a_client_may_not() throws Exception {
        InWorkspace assistant = InWorkspace.assistant(maude.tenant());
        assertThat(assistant.call(() -> payments.record(order(List.of(), 100, "card"), "one"))).isNotNull();
        assertThatThrownBy(() -> InWorkspace.client(maude.tenant(), noa).call(() -> payments.ledger(new PaymentFilter(null, null, null, null), 0)))
            .isInstanceOf(jakarta.ejb.EJBAccessException.class);
    }

    private Object close(YearMonth month) {
        Features.get(PeriodClosings.class).close(month);
        return null;
    }

    private PaymentOrder order(List<UUID> of, long minor, String means) {
        return new PaymentOrder(Debtor.client(noa), of, cad(minor), means, today());
    }

    private PaymentOrder on(LocalDate day, long minor) {
        return new PaymentOrder(Debtor.client(noa), List.of(), cad(minor), "card", day);
    }

    private UUID paidReceipt(int hoursAgo) throws Exception {
        return maude.call(() -> issuing.issue(ReceiptOrder.of(held(hoursAgo), new Payment("card", today().minusDays(1))), "paid " + UUID.randomUUID()));
    }

    private UUID invoice(int hoursAgo) throws Exception {
        return maude.call(() -> issuing.issue(new ReceiptOrder("invoice", List.of(held(hoursAgo)), null, List.of(), null, null, null), "open " + UUID.randomUUID()));
    }

    private UUID held(int hoursAgo) throws Exception {
        return maude.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), now().minusHours(hoursAgo).minusDays(2), 45, "office", ""));
    }

    private void asApplication(String sql, String answer) throws SQLException {
        try (Connection connection = RealDatabase.get().connect(As.APPLICATION)) {
            answers(connection, sql, answer);
        }
    }

    private void asOwner(String sql, String answer) throws SQLException {
        try (Connection connection = RealDatabase.get().connect(As.OWNER)) {
            answers(connection, sql, answer);
        }
    }

    private void answers(Connection connection, String sql, String answer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set app.tenant = '" + maude.tenant() + "'");
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining(answer);
        }
    }

    private static Money cad(long minor) {
        return new Money(minor, "CAD");
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(TestClock.now(), ZONE);
    }

    private static LocalDate today() {
        return now().toLocalDate();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
