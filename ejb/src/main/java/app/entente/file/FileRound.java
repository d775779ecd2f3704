package app.entente.file;

import app.entente.kernel.Round;
import app.entente.tenant.InTenant;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Goes round every night and takes each closed file where the day puts it. */
@Singleton
public class FileRound extends Round {

    @Inject
    FileReview review;
    @Inject
    InTenant inTenant;
    @Inject
    FileReviewWork work;

    @Schedule(hour = "3", minute = "20", persistent = false, info = "files to review")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void go() {
        try {
            for (FileReview.Due due : review.due()) {
                inTenant.run(due.tenant(), () -> look(due));
            }
        } catch (RuntimeException e) {
            cutOff("the files to review could not be read", e);
        }
    }

    private void look(FileReview.Due due) {
        try {
            work.review(due.file());
        } catch (RuntimeException e) {
            cutOff("file " + due.file() + " stays where it is", e);
        }
    }
}
