package org.skypatch.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.RegistryEvent;

class RecordWritingTest {

    private static final RecordKey KEY = new RecordKey(RecordKind.TRADER, "TH/1");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private final InMemoryJournal journal = new InMemoryJournal();
    private final InMemoryRow row = new InMemoryRow();
    private final RecordWriting writing = new RecordWriting(journal, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void creates_then_changes_and_counts_the_revisions() {
        assertThat(write("a", new Precondition.None())).isEqualTo(new Written.Created<>(new Revised<>("a", 1)));
        assertThat(write("b", new Precondition.None())).isEqualTo(new Written.Changed<>(new Revised<>("b", 2)));
        assertThat(journal.changes)
                .extracting(Change::revision, Change::before, Change::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, Optional.empty(), "a"),
                        org.assertj.core.groups.Tuple.tuple(2L, Optional.of("a"), "b"));
    }

    @Test
    void makes_no_version_of_what_does_not_change() {
        write("a", new Precondition.None());

        assertThat(write("a", new Precondition.None())).isEqualTo(new Written.Unchanged<>(new Revised<>("a", 1)));
        assertThat(journal.changes).hasSize(1);
    }

    @Test
    void refuses_a_writer_who_has_read_an_older_version() {
        write("a", new Precondition.None());
        write("b", new Precondition.StandsAt(Set.of(1L)));

        assertThat(write("c", new Precondition.StandsAt(Set.of(1L))))
                .isEqualTo(new Written.Refused<>(new Refusal.Outdated()));
        assertThat(row.record).contains(new Revised<>("b", 2));
    }

    @Test
    void refuses_a_first_version_where_there_is_one_and_a_change_where_there_is_none() {
        assertThat(write("a", new Precondition.Exists())).isEqualTo(new Written.Refused<>(new Refusal.Outdated()));
        assertThat(write("a", new Precondition.IsNew())).isInstanceOf(Written.Created.class);
        assertThat(write("b", new Precondition.IsNew())).isEqualTo(new Written.Refused<>(new Refusal.Outdated()));
    }

    @Test
    void saves_nothing_that_the_journal_cannot_keep() {
        journal.full = true;

        assertThat(write("a", new Precondition.None())).isEqualTo(new Written.Refused<>(new Refusal.Full()));
        assertThat(row.record).isEmpty();
    }

    @Test
    void locks_before_it_looks_and_dates_to_the_microsecond() {
        write("a", new Precondition.None());

        assertThat(journal.locked).containsExactly(KEY);
        assertThat(journal.changes.getFirst().recordedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    private Written<String> write(String fact, Precondition precondition) {
        Author author = new Author(AdministrationId.of("TH-nou"), "nou.th");
        return writing.write(
                new RecordWriting.Wish(KEY, author, precondition, null), row, present -> new Decision.Become<>(fact));
    }

    private static final class InMemoryRow implements RecordWriting.Row<String> {
        private Optional<Revised<String>> record = Optional.empty();

        @Override
        public Optional<Revised<String>> find() {
            return record;
        }

        @Override
        public void save(Revised<String> saved) {
            record = Optional.of(saved);
        }
    }

    private static final class InMemoryJournal implements RecordJournal {
        private final List<RecordKey> locked = new ArrayList<>();
        private final List<Change<?>> changes = new ArrayList<>();
        private boolean full;

        @Override
        public void lock(Collection<RecordKey> keys) {
            locked.addAll(keys);
        }

        @Override
        public void lockAll(RecordKind<?> kind, String party) {
            throw new AssertionError("a single record is written here");
        }

        @Override
        public boolean append(List<? extends Change<?>> appended) {
            if (!full) {
                changes.addAll(appended);
            }
            return !full;
        }

        @Override
        public void close(RegistryEvent.CatalogueRecorded edition) {
            throw new AssertionError("no edition is closed here");
        }
    }
}
