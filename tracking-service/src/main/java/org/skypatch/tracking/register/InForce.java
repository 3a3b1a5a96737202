package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.RegistryFact;

/**
 * Records of law by whose they are: on a day counts the last version that had begun by then, if it had not ended. So a
 * version that begins later leaves the days before it as they were, and one that begins as early stands in its place.
 *
 * @param <K> whose law it is, such as a State
 */
public final class InForce<K, F extends RegistryFact> {

    private final Map<K, List<Versions<F>>> records = new HashMap<>();
    private final Function<F, LocalDate> from;
    private final Function<F, @Nullable LocalDate> until;
    private final Predicate<F> known;

    /**
     * @param whose of whom the record speaks
     * @param from its first day
     * @param until its last day; open if none
     */
    public InForce(
            Collection<Versions<F>> records,
            Function<F, K> whose,
            Function<F, LocalDate> from,
            Function<F, @Nullable LocalDate> until) {
        this.from = from;
        this.until = until;
        this.known = every -> true;
        records.forEach(record -> this.records
                .computeIfAbsent(whose.apply(record.latest()), none -> new ArrayList<>())
                .add(record));
    }

    private InForce(InForce<K, F> whole, Predicate<F> known) {
        this.from = whole.from;
        this.until = whole.until;
        this.known = known;
        this.records.putAll(whole.records);
    }

    /** The same law without what somebody may not know. */
    InForce<K, F> knownAs(Predicate<F> some) {
        return new InForce<>(this, some);
    }

    /** What counts on that day of all that is whose. */
    public Stream<F> on(LocalDate day, K whose) {
        return records.getOrDefault(whose, List.of()).stream()
                .map(record -> on(day, record))
                .flatMap(Optional::stream);
    }

    /** What counts on that day, of everybody. */
    public Stream<F> on(LocalDate day) {
        return records.values().stream()
                .flatMap(List::stream)
                .map(record -> on(day, record))
                .flatMap(Optional::stream);
    }

    private Optional<F> on(LocalDate day, Versions<F> record) {
        return record.all().stream()
                .map(Dated::fact)
                .filter(fact -> !day.isBefore(from.apply(fact)))
                .reduce((earlier, later) -> later)
                .filter(fact -> {
                    LocalDate last = until.apply(fact);
                    return last == null || !day.isAfter(last);
                })
                .filter(known);
    }
}
