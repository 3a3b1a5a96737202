package org.skypatch.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

class BulkWritingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Author AUTHOR = new Author(AdministrationId.of("TH-nou"), "nou.th");

    private final InMemoryJournal journal = new InMemoryJournal();
    private final InMemoryTraders traders = new InMemoryTraders();
    private final BulkWriting writing = new BulkWriting(journal);

    @Test
    void makes_new_records_and_new_versions_of_standing_ones() {
        traders.kept.put("TH/A", new Revised<>(trader("A", "old"), 4));

        assertThat(write(List.of(wanted("A", 4, "new"), wanted("B", 0, "first"))))
                .isNull();

        assertThat(traders.kept).containsEntry("TH/A", new Revised<>(trader("A", "new"), 5));
        assertThat(traders.kept).containsEntry("TH/B", new Revised<>(trader("B", "first"), 1));
        assertThat(traders.added).containsExactly("TH/B");
        assertThat(traders.replaced).containsExactly("TH/A");
        assertThat(journal.changes).extracting(Change::revision).containsExactly(5L, 1L);
        assertThat(journal.changes.getFirst().before())
                .hasValueSatisfying(before -> assertThat(before).isEqualTo(trader("A", "old")));
        assertThat(journal.changes).allSatisfy(change -> {
            assertThat(change.recordedAt()).isEqualTo(NOW);
            assertThat(change.author()).isEqualTo(AUTHOR);
            assertThat(change.reason()).isEqualTo("a sheet");
        });
    }

    @Test
    void writes_nothing_over_a_version_that_it_has_not_seen() {
        traders.kept.put("TH/A", new Revised<>(trader("A", "old"), 4));

        assertThatThrownBy(() -> write(List.of(wanted("A", 3, "new")))).isInstanceOf(IllegalStateException.class);

        assertThat(journal.changes).isEmpty();
        assertThat(traders.kept.get("TH/A").revision()).isEqualTo(4);
    }

    @Test
    void names_the_record_that_cannot_take_another_version() {
        traders.kept.put("TH/B", new Revised<>(trader("B", "old"), 900));
        journal.full = "TH/B";

        assertThat(write(List.of(wanted("A", 0, "new"), wanted("B", 900, "new"), wanted("C", 0, "new"))))
                .isEqualTo(new RecordKey(RecordKind.TRADER, "TH/B"));
        assertThat(traders.added).isEmpty();
    }

    private @Nullable RecordKey write(List<BulkWriting.Wanted<TraderFact>> wanted) {
        return writing.write(traders, wanted, AUTHOR, "a sheet", NOW).orElse(null);
    }

    private static BulkWriting.Wanted<TraderFact> wanted(String id, long revision, String name) {
        return new BulkWriting.Wanted<>("TH/" + id, revision, trader(id, name));
    }

    private static TraderFact trader(String id, String name) {
        return new TraderFact(CountryCode.of("TH"), TraderId.of(id), name, List.of(), List.of(), null, List.of(), null);
    }

    private static final class InMemoryTraders implements RecordTable<TraderFact> {
        private final Map<String, Revised<TraderFact>> kept = new HashMap<>();
        private final List<String> added = new ArrayList<>();
        private final List<String> replaced = new ArrayList<>();

        @Override
        public RecordKind<TraderFact> kind() {
            return RecordKind.TRADER;
        }

        @Override
        public Map<String, Revised<TraderFact>> find(Collection<String> names) {
            return names.stream()
                    .filter(kept::containsKey)
                    .collect(Collectors.toMap(name -> name, name -> Objects.requireNonNull(kept.get(name))));
        }

        @Override
        public List<Records.Named<TraderFact>> of(CountryCode party, String after, int limit) {
            throw new AssertionError("nothing is listed here");
        }

        @Override
        public void add(List<Records.Named<TraderFact>> records) {
            keep(records, added);
        }

        @Override
        public void replace(List<Records.Named<TraderFact>> records) {
            keep(records, replaced);
        }

        private void keep(List<Records.Named<TraderFact>> records, List<String> names) {
            records.forEach(record -> {
                kept.put(record.name(), record.record());
                names.add(record.name());
            });
        }
    }

    private static final class InMemoryJournal implements RecordJournal {
        private final List<Change<?>> changes = new ArrayList<>();
        private @Nullable String full;

        @Override
        public void lock(Collection<RecordKey> keys) {
            throw new AssertionError("the caller holds the lock");
        }

        @Override
        public void lockAll(RecordKind<?> kind, String party) {
            throw new AssertionError("the caller holds the lock");
        }

        @Override
        public boolean append(List<? extends Change<?>> appended) {
            if (appended.stream().anyMatch(change -> change.key().name().equals(full))) {
                return false;
            }
            changes.addAll(appended);
            return true;
        }

        @Override
        public void close(RegistryEvent.CatalogueRecorded edition) {
            throw new AssertionError("no edition is closed here");
        }
    }
}
