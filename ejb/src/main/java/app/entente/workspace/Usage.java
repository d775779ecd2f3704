package app.entente.workspace;

import java.time.Instant;
import java.time.LocalDate;

/** How much a workspace holds: counts, sizes in bytes and days. Null days where nothing has happened yet. */
public record Usage(int filesOpen, int filesAll, long storageBytes, int documents, int mailsMonth, LocalDate month, int owners, int assistants,
    int supervisors, int portals, int receipts, LocalDate lastReceiptOn, LocalDate lastMeetingOn, Instant countedAt) {
}
