package org.skypatch.registry.record;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a record is written: lock it, look at it, check what the writer knew, decide, keep the version,
 * save it. Runs within the caller's transaction, so two writers never see the same version as the last one.
 */
public final class RecordWriting {

    private final RecordJournal journal;
    private final Clock clock;

    public RecordWriting(RecordJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Where one kind of record is kept. */
    public interface Row<F> {

        /** The record as it stands. */
        Optional<Revised<F>> find();

        /** Keeps the record's newest version. */
        void save(Revised<F> record);
    }

    /**
     * A wish to write.
     *
     * @param reason why, in the author's words, where one is asked for
     */
    public record Wish(
            RecordKey key,
            Author author,
            Precondition precondition,
            @Nullable String reason) {}

    /** Writes a record as {@code decide} says in sight of the record as it stands. */
    public <F> Written<F> write(Wish wish, Row<F> row, Function<Optional<F>, Decision<F>> decide) {
        journal.lock(List.of(wish.key()));
        Optional<Revised<F>> present = row.find();
        if (!wish.precondition().holdsFor(present.map(Revised::revision))) {
            return new Written.Refused<>(new Refusal.Outdated());
        }
        return switch (decide.apply(present.map(Revised::fact))) {
            case Decision.Refuse<F>(Refusal refusal) -> new Written.Refused<>(refusal);
            case Decision.Become<F>(F fact) -> become(wish, row, present, fact);
        };
    }

    private <F> Written<F> become(Wish wish, Row<F> row, Optional<Revised<F>> present, F fact) {
        if (present.filter(record -> record.fact().equals(fact)).isPresent()) {
            return new Written.Unchanged<>(present.get());
        }
        Revised<F> next = new Revised<>(fact, present.map(Revised::revision).orElse(0L) + 1);
        Change<F> change = new Change<>(
                wish.key(),
                next.revision(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                wish.author(),
                wish.reason(),
                present.map(Revised::fact),
                fact);
        if (!journal.append(List.of(change))) {
            return new Written.Refused<>(new Refusal.Full());
        }
        row.save(next);
        return present.isPresent() ? new Written.Changed<>(next) : new Written.Created<>(next);
    }
}
