package org.skypatch.tracking.balance;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * What one movement takes from one account.
 *
 * @param event the departure, or what stands for it where none is known
 * @param departedAt when that happened; orders the draws of an account, together with {@code event}
 * @param drawn what has arrived, or was seized
 * @param pending what left and has not arrived, until a Party closes it
 */
public record Draw(Account account, UUID movement, UUID event, Instant departedAt, Amount drawn, Amount pending) {

    /** The order in which an account is drawn on: by departure, then by event, then by movement. */
    public static final Comparator<Draw> BY_DEPARTURE =
            Comparator.comparing(Draw::departedAt).thenComparing(Draw::event).thenComparing(Draw::movement);

    /** What names a draw. */
    public record Key(Account account, UUID movement) {}

    public Key key() {
        return new Key(account, movement);
    }

    /** All that it takes. */
    public Amount total() {
        return drawn.plus(pending);
    }
}
