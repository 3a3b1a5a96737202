package org.skypatch.registry.record;

import java.util.Optional;
import java.util.Set;

/** What a writer knows of the record that is to be replaced. */
public sealed interface Precondition {

    /** Whether it holds for the record as it stands. */
    boolean holdsFor(Optional<Long> revision);

    /** The writer says nothing. */
    record None() implements Precondition {
        @Override
        public boolean holdsFor(Optional<Long> revision) {
            return true;
        }
    }

    /** There is such a record. */
    record Exists() implements Precondition {
        @Override
        public boolean holdsFor(Optional<Long> revision) {
            return revision.isPresent();
        }
    }

    /** There is no such record yet. */
    record IsNew() implements Precondition {
        @Override
        public boolean holdsFor(Optional<Long> revision) {
            return revision.isEmpty();
        }
    }

    /** The record stands at one of these revisions. */
    record StandsAt(Set<Long> revisions) implements Precondition {
        public StandsAt {
            revisions = Set.copyOf(revisions);
        }

        @Override
        public boolean holdsFor(Optional<Long> revision) {
            return revision.filter(revisions::contains).isPresent();
        }
    }
}
