package org.skypatch.tracking.balance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a movement stands on an account that it draws on.
 *
 * @param through how much was drawn through it, where it goes beyond the grant; else missing
 */
public record Standing(Grant grant, Draw draw, @Nullable Through through) {

    /**
     * The account up to and including a movement, in the order of departure.
     *
     * @param amount all that was drawn
     * @param ordinal the how manyth movement it is, from 1
     */
    public record Through(Amount amount, long ordinal) {}

    /** A draw within its grant. */
    public static Standing within(Grant grant, Draw draw) {
        return new Standing(grant, draw, null);
    }

    /** By how much the running sum through the movement goes beyond the grant. */
    public Optional<Grant.Excess> excess() {
        return through == null ? Optional.empty() : grant.exceededBy(through.amount());
    }

    /** Whether it is a later movement on a grant for one only. */
    public boolean isReuse() {
        return through != null && grant.isSingleUse() && through.ordinal() > 1;
    }

    /** The how manyth movement it is on an account that is drawn on beyond its grant; else 0: that was not asked. */
    public long ordinal() {
        return through == null ? 0 : through.ordinal();
    }

    /** Whether movements before it were counted: then it rests on reports that its own Parties need not see. */
    public boolean restsOnOthers() {
        return ordinal() > 1;
    }

    boolean isBeyond() {
        return isReuse() || excess().isPresent();
    }
}
