package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Draws;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.process.LedgerRecords.Change;

/**
 * Keeps the ledgers equal to the movements: posts what has changed, and says which movements go beyond a grant, also those
 * whose standing changed because of another's draw.
 */
final class Bookkeeping {

    private final LedgerRecords ledgers;
    private final Map<Account, Ledger> current = new HashMap<>();
    private final Map<Account, Map<UUID, Standing>> beyond = new HashMap<>();

    Bookkeeping(LedgerRecords ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Posts what the movements draw now, in place of what they drew.
     *
     * @param movements all that are judged, and those that are no more
     * @return the other movements that now stand otherwise
     */
    Set<UUID> post(Set<UUID> movements, Draws.Drawn drawn, Instant at) {
        Map<Draw.Key, Draw> before = byKey(ledgers.drawsOf(movements));
        Map<Draw.Key, Draw> after = byKey(drawn.draws());
        List<Change> changes = changes(before, after);
        current.putAll(ledgers.find(drawn.grants().keySet()));
        SortedMap<Account, Grant> touched = touched(changes, drawn.grants());
        if (touched.isEmpty()) {
            return Set.of();
        }
        Map<Account, Ledger> locked = ledgers.lock(touched);
        Map<Account, Ledger> next = new TreeMap<>();
        locked.forEach((account, ledger) ->
                next.put(account, ledger.under(drawn.grants().getOrDefault(account, ledger.grant()))));
        changes.forEach(change -> next.computeIfPresent(
                change.key().account(), (account, ledger) -> ledger.replacing(change.before(), change.after())));

        Map<Account, List<Draw>> drawsBefore = drawsOn(next.keySet().stream()
                .filter(account ->
                        locked.get(account).isExceeded() || next.get(account).isExceeded())
                .toList());
        Map<Account, Map<UUID, Standing>> stoodBefore = new HashMap<>();
        drawsBefore.forEach((account, draws) ->
                stoodBefore.put(account, beyond(locked.get(account).grant(), draws)));
        Map<Account, List<Draw>> drawsAfter = replaced(drawsBefore, changes);
        drawsAfter.forEach(
                (account, draws) -> beyond.put(account, beyond(next.get(account).grant(), draws)));

        next.replaceAll((account, ledger) -> ledger.revisedSince(locked.get(account)));
        List<Ledger> revised = next.entrySet().stream()
                .filter(entry ->
                        entry.getValue().revision() > locked.get(entry.getKey()).revision())
                .map(Map.Entry::getValue)
                .toList();
        ledgers.post(changes, revised, at);
        current.putAll(next);
        return standingOtherwise(stoodBefore, movements);
    }

    private static Map<Draw.Key, Draw> byKey(Collection<Draw> draws) {
        return draws.stream().collect(Collectors.toMap(Draw::key, Function.identity()));
    }

    private static List<Change> changes(Map<Draw.Key, Draw> before, Map<Draw.Key, Draw> after) {
        Set<Draw.Key> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> new Change(before.get(key), after.get(key)))
                .sorted(java.util.Comparator.comparing(
                                (Change change) -> change.key().account())
                        .thenComparing(change -> change.key().movement()))
                .toList();
    }

    /** The accounts that something changes on, or that are granted otherwise than when they were last drawn on. */
    private SortedMap<Account, Grant> touched(List<Change> changes, Map<Account, Grant> grants) {
        Set<Account> accounts = new TreeSet<>();
        changes.forEach(change -> accounts.add(change.key().account()));
        grants.forEach((account, grant) -> {
            Ledger known = current.get(account);
            if (known != null && !known.grant().equals(grant)) {
                accounts.add(account);
            }
        });
        Set<Account> unknown = new TreeSet<>(accounts);
        unknown.removeAll(grants.keySet());
        Map<Account, Ledger> left = ledgers.find(unknown);
        SortedMap<Account, Grant> touched = new TreeMap<>();
        for (Account account : accounts) {
            Grant grant = grants.get(account);
            Ledger known = left.get(account);
            if (grant != null) {
                touched.put(account, grant);
            } else if (known != null) {
                touched.put(account, known.grant());
            }
        }
        return touched;
    }

    private Map<Account, List<Draw>> drawsOn(Collection<Account> accounts) {
        Map<Account, List<Draw>> draws = new HashMap<>();
        accounts.forEach(account -> draws.put(account, new ArrayList<>()));
        if (!accounts.isEmpty()) {
            ledgers.drawsOn(accounts).forEach(draw -> draws.get(draw.account()).add(draw));
        }
        return draws;
    }

    private static Map<UUID, Standing> beyond(Grant grant, Collection<Draw> draws) {
        Map<UUID, Standing> standings = new HashMap<>();
        Ledger.beyond(grant, draws)
                .forEach(standing -> standings.put(standing.draw().movement(), standing));
        return standings;
    }

    private static Map<Account, List<Draw>> replaced(Map<Account, List<Draw>> before, List<Change> changes) {
        Map<Account, Map<UUID, Draw>> after = new HashMap<>();
        before.forEach((account, draws) ->
                after.put(account, draws.stream().collect(Collectors.toMap(Draw::movement, Function.identity()))));
        for (Change change : changes) {
            Map<UUID, Draw> draws = after.get(change.key().account());
            if (draws != null) {
                draws.remove(change.key().movement());
                if (change.after() != null) {
                    draws.put(change.key().movement(), change.after());
                }
            }
        }
        Map<Account, List<Draw>> lists = new HashMap<>();
        after.forEach((account, draws) -> lists.put(account, List.copyOf(draws.values())));
        return lists;
    }

    private Set<UUID> standingOtherwise(Map<Account, Map<UUID, Standing>> stoodBefore, Set<UUID> besides) {
        Set<UUID> otherwise = new TreeSet<>();
        stoodBefore.forEach((account, before) -> {
            Map<UUID, Standing> after = beyond.getOrDefault(account, Map.of());
            Set<UUID> movements = new HashSet<>(before.keySet());
            movements.addAll(after.keySet());
            movements.stream()
                    .filter(movement -> !Objects.equals(before.get(movement), after.get(movement)))
                    .forEach(otherwise::add);
        });
        otherwise.removeAll(besides);
        return otherwise;
    }

    /** Where the draws stand on their accounts, by movement. */
    Map<UUID, List<Standing>> standings(Collection<Draw> draws) {
        Set<Account> unknown = new TreeSet<>();
        draws.stream()
                .map(Draw::account)
                .filter(account -> !current.containsKey(account))
                .forEach(unknown::add);
        current.putAll(ledgers.find(unknown));
        Set<Account> unread = draws.stream()
                .map(Draw::account)
                .filter(account -> !beyond.containsKey(account))
                .filter(account ->
                        current.containsKey(account) && current.get(account).isExceeded())
                .collect(Collectors.toCollection(TreeSet::new));
        drawsOn(unread)
                .forEach((account, all) ->
                        beyond.put(account, beyond(current.get(account).grant(), all)));
        Map<UUID, List<Standing>> standings = new HashMap<>();
        for (Draw draw : draws.stream()
                .sorted(java.util.Comparator.comparing(Draw::account))
                .toList()) {
            Ledger ledger = current.get(draw.account());
            if (ledger != null) {
                Standing standing = beyond.getOrDefault(draw.account(), Map.of())
                        .getOrDefault(draw.movement(), Standing.within(ledger.grant(), draw));
                standings
                        .computeIfAbsent(draw.movement(), none -> new ArrayList<>())
                        .add(standing);
            }
        }
        return standings;
    }
}
