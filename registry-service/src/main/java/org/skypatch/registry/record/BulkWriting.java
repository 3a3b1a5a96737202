package org.skypatch.registry.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;

/**
 * Writes many records at once, each as {@link RecordWriting} would: a version kept, the record sent out, the record saved.
 * The caller's transaction holds off all other writers of these records ({@link RecordJournal#lockAll}) and has seen that
 * they stand at the revisions it names.
 */
public final class BulkWriting {

    private final RecordJournal journal;

    public BulkWriting(RecordJournal journal) {
        this.journal = journal;
    }

    /**
     * What a record is to become.
     *
     * @param revision at which it stands; 0 if there is none yet
     */
    public record Wanted<F>(String name, long revision, F fact) {}

    /**
     * Writes the records.
     *
     * @param reason why, for the history
     * @return a record that has as many versions as it can hold; then the caller must undo everything
     * @throws IllegalStateException if a record stands at another revision
     */
    public <F extends RegistryFact> Optional<RecordKey> write(
            RecordTable<F> table, List<Wanted<F>> wanted, Author author, @Nullable String reason, Instant now) {
        Map<String, Revised<F>> present = table.find(wanted.stream()
                .filter(record -> record.revision() > 0)
                .map(Wanted::name)
                .toList());
        List<Change<F>> changes = new ArrayList<>(wanted.size());
        for (Wanted<F> record : wanted) {
            Optional<Revised<F>> before = Optional.ofNullable(present.get(record.name()));
            if (before.map(Revised::revision).orElse(0L) != record.revision()) {
                throw new IllegalStateException(table.kind() + " " + record.name() + " has changed under a lock");
            }
            changes.add(new Change<>(
                    new RecordKey(table.kind(), record.name()),
                    record.revision() + 1,
                    now,
                    author,
                    reason,
                    before.map(Revised::fact),
                    record.fact()));
        }
        if (!journal.append(changes)) {
            return changes.stream()
                    .filter(change -> !journal.append(List.of(change)))
                    .map(Change::key)
                    .findFirst();
        }
        Map<Boolean, List<Records.Named<F>>> byNewness = changes.stream()
                .collect(Collectors.partitioningBy(
                        change -> change.revision() == 1, Collectors.mapping(BulkWriting::named, Collectors.toList())));
        table.add(byNewness.getOrDefault(true, List.of()));
        table.replace(byNewness.getOrDefault(false, List.of()));
        return Optional.empty();
    }

    private static <F> Records.Named<F> named(Change<F> change) {
        return new Records.Named<>(change.key().name(), new Revised<>(change.after(), change.revision()));
    }
}
