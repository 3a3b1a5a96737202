package org.skypatch.tracking.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.tracking.movement.EventIds;

/**
 * How one account stands: its grant against the sum of its draws.
 *
 * @param movements how many movements draw on it
 * @param revision rises with every change; 0 before the first
 */
public record Ledger(Grant grant, Amount drawn, Amount pending, long movements, long revision) {

    /** An account that nothing has been drawn on. */
    public static Ledger opened(Grant grant) {
        return new Ledger(grant, Amount.NOTHING, Amount.NOTHING, 0, 0);
    }

    /** The same account under this grant. */
    public Ledger under(Grant next) {
        return next.equals(grant) ? this : new Ledger(next, drawn, pending, movements, revision);
    }

    /** With one draw in place of another; none of them at the beginning or at the end. */
    public Ledger replacing(@Nullable Draw before, @Nullable Draw after) {
        return new Ledger(
                grant,
                drawn.minus(before == null ? Amount.NOTHING : before.drawn())
                        .plus(after == null ? Amount.NOTHING : after.drawn()),
                pending.minus(before == null ? Amount.NOTHING : before.pending())
                        .plus(after == null ? Amount.NOTHING : after.pending()),
                movements - (before == null ? 0 : 1) + (after == null ? 0 : 1),
                revision);
    }

    /** The next revision, if there is anything new since this other state. */
    public Ledger revisedSince(Ledger before) {
        return equals(before) ? this : new Ledger(grant, drawn, pending, movements, before.revision + 1);
    }

    /** Whether some movement may go beyond the grant: the running sum never falls, so the last one would. */
    public boolean isExceeded() {
        return grant.isSingleUse() && movements > 1
                || grant.exceededBy(drawn.plus(pending)).isPresent();
    }

    /** Where each of the draws stands that goes beyond the grant, in the order of departure. */
    public static List<Standing> beyond(Grant grant, Collection<Draw> draws) {
        List<Standing> beyond = new ArrayList<>();
        Amount running = Amount.NOTHING;
        long ordinal = 0;
        for (Draw draw : draws.stream().sorted(Draw.BY_DEPARTURE).toList()) {
            running = running.plus(draw.total());
            ordinal++;
            Standing standing = new Standing(grant, draw, new Standing.Through(running, ordinal));
            if (standing.isBeyond()) {
                beyond.add(standing);
            }
        }
        return beyond;
    }

    /** What is left, in the units granted; below zero if more was drawn. */
    public Amounts left() {
        Amount taken = drawn.plus(pending);
        Amounts granted = grant.shown();
        return new Amounts(
                left(granted.kg(), taken.kg()),
                left(granted.odpTonnes(), taken.odpTonnes()),
                left(granted.co2eTonnes(), taken.co2eTonnes()),
                granted.count() == null ? null : granted.count() - taken.count());
    }

    /** What is told of it on {@code balances}; a repetition carries the same id. */
    public BalanceChanged toldAt(Instant at) {
        String record = grant.account().record();
        return new BalanceChanged(
                EventIds.named("balance", record, Long.toString(revision)),
                record,
                revision,
                at,
                grant.shown(),
                told(drawn),
                told(pending),
                left());
    }

    private static @Nullable BigDecimal left(@Nullable BigDecimal granted, BigDecimal taken) {
        return granted == null ? null : new Amount(granted.subtract(taken), BigDecimal.ZERO, BigDecimal.ZERO, 0).kg();
    }

    /** An amount in kilograms and in every other unit that means something for this grant. */
    public Amounts told(Amount amount) {
        return new Amounts(
                amount.kg(),
                grant.shown().odpTonnes() == null && amount.odpTonnes().signum() == 0 ? null : amount.odpTonnes(),
                grant.shown().co2eTonnes() == null && amount.co2eTonnes().signum() == 0 ? null : amount.co2eTonnes(),
                grant.shown().count() == null ? null : amount.count());
    }
}
