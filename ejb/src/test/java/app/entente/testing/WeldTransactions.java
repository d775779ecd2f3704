package app.entente.testing;

import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import org.jboss.weld.transaction.spi.TransactionServices;

/** Tells CDI of the transactions, so that observers {@code AFTER_SUCCESS} are called then and not before. */
public class WeldTransactions implements TransactionServices {

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        Transactions.onEnd(synchronization);
    }

    @Override
    public boolean isTransactionActive() {
        return Transactions.active();
    }

    @Override
    public UserTransaction getUserTransaction() {
        return null;
    }

    @Override
    public void cleanup() {
    }
}
