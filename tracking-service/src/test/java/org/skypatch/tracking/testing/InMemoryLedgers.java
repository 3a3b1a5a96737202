package org.skypatch.tracking.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Amount;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.process.LedgerRecords;

/** Ledgers without a database: every entry is kept, and the sums can be told from them. */
public final class InMemoryLedgers implements LedgerRecords {

    private final Map<Account, Ledger> accounts = new TreeMap<>();
    private final Map<Draw.Key, Draw> draws = new HashMap<>();
    private final Map<Account, Amount> entries = new TreeMap<>();
    private final List<BalanceChanged> told = new ArrayList<>();

    /** What movements draw today, in the order of the accounts. */
    public List<Draw> draws() {
        return draws.values().stream()
                .sorted(java.util.Comparator.comparing(Draw::account).thenComparing(Draw.BY_DEPARTURE))
                .toList();
    }

    public Ledger ledger(String record) {
        return accounts.get(new Account(record));
    }

    /** The accounts as they stand. */
    public Map<Account, Ledger> accounts() {
        return accounts;
    }

    /** The sum of all entries ever made on an account, reversals included. */
    public Amount entries(Account account) {
        return entries.getOrDefault(account, Amount.NOTHING);
    }

    public List<BalanceChanged> told() {
        return told;
    }

    @Override
    public List<Draw> drawsOf(Collection<UUID> movements) {
        return draws.values().stream()
                .filter(draw -> movements.contains(draw.movement()))
                .toList();
    }

    @Override
    public List<Draw> drawsOn(Collection<Account> on) {
        return draws.values().stream()
                .filter(draw -> on.contains(draw.account()))
                .toList();
    }

    @Override
    public Map<Account, Ledger> find(Collection<Account> wanted) {
        Map<Account, Ledger> found = new HashMap<>();
        wanted.forEach(account -> {
            Ledger ledger = accounts.get(account);
            if (ledger != null) {
                found.put(account, ledger);
            }
        });
        return found;
    }

    @Override
    public Map<Account, Ledger> lock(Map<Account, Grant> wanted) {
        wanted.forEach((account, grant) -> accounts.computeIfAbsent(account, none -> Ledger.opened(grant)));
        return find(wanted.keySet());
    }

    @Override
    public void post(List<Change> changes, Collection<Ledger> ledgers, Instant at) {
        for (Change change : changes) {
            if (change.before() != null) {
                draws.remove(change.key());
                entries.merge(change.key().account(), change.before().total().negated(), Amount::plus);
            }
            if (change.after() != null) {
                draws.put(change.key(), change.after());
                entries.merge(change.key().account(), change.after().total(), Amount::plus);
            }
        }
        ledgers.forEach(ledger -> {
            accounts.put(ledger.grant().account(), ledger);
            told.add(ledger.toldAt(at));
        });
    }
}
