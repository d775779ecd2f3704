package app.entente.workspace;

/**
 * How much a workspace may hold; null means without limit.
 *
 * @param clients open client files
 * @param storage bytes of kept documents
 * @param mails mails a month (UTC)
 */
public record Quota(Integer clients, Long storage, Integer mails) {

    /** These limits where they are set, the others elsewhere. */
    Quota over(Quota others) {
        return new Quota(clients == null ? others.clients : clients, storage == null ? others.storage : storage, mails == null ? others.mails : mails);
    }

    /** How full, in hundredths rounded down; 0 without a limit, 100 and more when it is reached. */
    public static int percent(long used, Number limit) {
        if (limit == null) {
            return 0;
        }
        return limit.longValue() == 0 ? 100 : (int) Math.min(999, used * 100 / limit.longValue());
    }
}
