package org.skypatch.registry.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.BalanceChanged;

/** Takes in what tracking says about balances. Of each record the highest revision stays, in whatever order they come. */
public interface BalanceHearing {

    /** Keeps the balances that are newer than those known, and puts aside what could not be read; all of it or nothing. */
    void hear(List<BalanceChanged> balances, List<Unreadable> unreadable);

    /** A message that is no balance, kept as it came for somebody to look at. */
    record Unreadable(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            byte @Nullable [] payload,
            String reason) {}
}
