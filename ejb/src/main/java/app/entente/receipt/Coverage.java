package app.entente.receipt;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a receipt that stands covers of a meeting.
 *
 * @param kind of the receipt
 * @param number of the receipt
 * @param amount in minor units
 */
record Coverage(UUID meetingId, UUID receiptId, String kind, String number, long amount) {

    /** Of these meetings, all that stands. */
    static List<Coverage> of(EntityManager em, Collection<UUID> meetings) {
        if (meetings.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select l.meetingId, r.id, r.kind, r.displayNumber, l.amountMinor from ReceiptLine l, Receipt r where l.receiptId = r.id "
                + "and l.meetingId in :meetings and " + Receipts.STANDS + "order by r.issuedAt", Object[].class).setParameter("meetings", meetings).getResultStream()
            .map(row -> new Coverage((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (Long) row[4])).toList();
    }
}
