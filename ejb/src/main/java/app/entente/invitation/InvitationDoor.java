package app.entente.invitation;

/**
 * What the page behind a link shows before anything is answered; for an unknown link it looks the same.
 *
 * @param factKind what is asked: {@code birth_date} or {@code word}
 * @param language language of the relation; null for an unknown link
 * @param tu whether the relation says tu
 */
public record InvitationDoor(String factKind, String language, boolean tu) {
}
