package app.entente.platform;

/**
 * Which workspaces, in which order, which page: as an address of the console says it.
 *
 * @param words part of a name or of an address; empty for all
 * @param status one stage; empty for all that were not erased
 * @param plan code of a plan; empty for all
 * @param sort {@code name}, {@code opened}, {@code files}, {@code storage} or {@code mails}; anything else is {@code name}
 * @param page from 1
 */
public record WorkspaceQuery(String words, String status, String plan, String sort, int page) {

    /** Rows of a page. */
    public static final int SIZE = 50;

    public WorkspaceQuery {
        words = words == null ? "" : words.strip();
        status = status == null ? "" : status;
        plan = plan == null ? "" : plan;
        sort = sort == null ? "" : sort;
        page = Math.max(1, page);
    }
}
