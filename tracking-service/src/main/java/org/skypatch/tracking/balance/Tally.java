package org.skypatch.tracking.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.skypatch.tracking.movement.Fact;

/** Adds up what the lines of one movement draw, account by account. */
final class Tally {

    private final UUID movement;
    private final Fact since;
    private final SortedMap<Account, Amount> drawn = new TreeMap<>();
    private final SortedMap<Account, Amount> pending = new TreeMap<>();

    Tally(UUID movement, Fact since) {
        this.movement = movement;
        this.since = since;
    }

    void drawn(Account account, Amount amount) {
        drawn.merge(account, amount, Amount::plus);
    }

    void pending(Account account, Amount amount) {
        pending.merge(account, amount, Amount::plus);
    }

    /** One draw for each account that anything was taken from. */
    List<Draw> draws() {
        List<Account> accounts = new ArrayList<>(drawn.keySet());
        pending.keySet().stream().filter(account -> !drawn.containsKey(account)).forEach(accounts::add);
        return accounts.stream()
                .map(account -> new Draw(
                        account,
                        movement,
                        since.id(),
                        since.occurredAt(),
                        drawn.getOrDefault(account, Amount.NOTHING),
                        pending.getOrDefault(account, Amount.NOTHING)))
                .filter(draw -> !draw.total().isNothing())
                .sorted(java.util.Comparator.comparing(Draw::account))
                .toList();
    }
}
