package app.entente.identity;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Goes round every three seconds and carries out what is due, each command in its workspace and its own transaction, a few at a time. When the
 * identity provider does not answer, the round ends: the others have not been tried and lose no attempt.
 */
@Singleton
public class OutboxRound extends Round {

    private static final Logger LOG = Logger.getLogger(OutboxRound.class.getName());

    private static final int AT_ONCE = 4;

    @Resource
    ManagedExecutorService threads;
    @Inject
    OutboxQueue queue;
    @Inject
    InTenant inTenant;
    @Inject
    OutboxWork work;

    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false, info = "outbox")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            List<OutboxQueue.Due> due = queue.due();
            boolean answers = true;
            while (answers && !due.isEmpty()) {
                answers = carryOut(new ConcurrentLinkedQueue<>(due));
                due = queue.due();
            }
        } catch (RuntimeException e) {
            cutOff("the outbox could not be read", e);
        }
    }

    /** Carries these out and waits for the last of them; answers whether the provider answered throughout. */
    private boolean carryOut(Queue<OutboxQueue.Due> due) {
        AtomicBoolean answers = new AtomicBoolean(true);
        CompletableFuture<?>[] hands = new CompletableFuture<?>[Math.min(AT_ONCE, due.size())];
        Arrays.setAll(hands, i -> CompletableFuture.runAsync(() -> {
            for (OutboxQueue.Due next = due.poll(); next != null && answers.get(); next = due.poll()) {
                OutboxQueue.Due one = next;
                inTenant.run(one.tenant(), () -> carryOut(one, answers));
            }
        }, threads));
        CompletableFuture.allOf(hands).join();
        return answers.get();
    }

    private void carryOut(OutboxQueue.Due due, AtomicBoolean answers) {
        try {
            work.carryOut(due.command());
        } catch (DirectoryRefused | BusinessRuleViolation e) {
            LOG.warning(() -> "command " + due.command() + " is parked: " + e.getMessage());
            work.failed(due.command(), e.getMessage(), true);
        } catch (DirectoryUnavailable e) {
            LOG.info(() -> "command " + due.command() + " waits: " + e.getMessage());
            answers.set(false);
            work.failed(due.command(), e.getMessage(), false);
        } catch (RuntimeException e) {
            cutOff("command " + due.command() + " failed", e);
            // The name of what went wrong and nothing it says: a message may quote an address, and this is read by the platform's operator.
            work.failed(due.command(), e.getClass().getSimpleName(), false);
        }
    }
}
