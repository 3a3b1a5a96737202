package org.skypatch.registry.trader;

import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What may become of a trader's standing: it changes for a reason, and one table says from what to what. */
public final class StandingChange {

    private static final String GOOD = "good";
    private static final String SUSPENDED = "suspended";
    private static final String WITHDRAWN = "withdrawn";

    private StandingChange() {}

    /** The trader as put: the standing is kept; a first version may say one. */
    public static Decision<TraderFact> put(Optional<TraderFact> present, TraderFact put) {
        if (present.isEmpty()) {
            return new Decision.Become<>(put);
        }
        String standing = present.get().standing();
        if (put.standing() != null && !of(put).equals(of(present.get()))) {
            return new Decision.Refuse<>(new Refusal.FixedField(
                    "/standing", "is " + of(present.get()) + "; it changes by standing, with a reason"));
        }
        return new Decision.Become<>(put.withStanding(standing));
    }

    /** The trader in another standing. */
    public static Decision<TraderFact> change(Optional<TraderFact> present, String standing) {
        if (present.isEmpty()) {
            return new Decision.Refuse<>(new Refusal.Missing());
        }
        String now = of(present.get());
        return now.equals(standing) || allowedFrom(now).contains(standing)
                ? new Decision.Become<>(present.get().withStanding(standing))
                : new Decision.Refuse<>(new Refusal.NotFromThisState(now, allowedFrom(now)));
    }

    /** The standings that a trader of this standing may come to. */
    public static List<String> allowedFrom(String standing) {
        return switch (standing) {
            case GOOD -> List.of(SUSPENDED, WITHDRAWN);
            case SUSPENDED -> List.of(GOOD, WITHDRAWN);
            case WITHDRAWN -> List.of(GOOD);
            default -> List.of();
        };
    }

    private static String of(TraderFact trader) {
        String standing = trader.standing();
        return standing == null ? GOOD : standing;
    }
}
