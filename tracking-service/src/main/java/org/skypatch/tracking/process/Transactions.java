package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** Runs work in one database transaction. */
public interface Transactions {

    /**
     * Runs the work and commits; rolls back if it throws. A deadlock or a lost serialisation is tried again; work that
     * throws {@link LockedElsewhere} too.
     *
     * @throws DatabaseUnavailable if the database cannot be reached: nothing was applied, and it may be tried again
     */
    void run(Consumer<TrackingRecords> work);

    /**
     * Reads, as of one moment, and can do nothing else: the database refuses every write of it, and it keeps nobody waiting.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    void read(Consumer<TrackingRecords> work);

    /**
     * Runs the work while nobody else joins or judges, and commits.
     *
     * @throws LockedElsewhere if another does the same
     */
    void alone(Consumer<TrackingRecords> work);

    /**
     * Makes room in the archive for events that were recorded at these instants; to be called before the transaction that
     * archives them.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    void makeRoom(Collection<Instant> recorded);

    /** Another transaction works on something that this one came upon; it is to be begun anew. */
    final class LockedElsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public LockedElsewhere() {
            super("another transaction works on the same consignments", null, false, false);
        }
    }

    /** The database cannot be reached, or has no room. */
    final class DatabaseUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public DatabaseUnavailable(Throwable cause) {
            super("the database cannot be reached: " + cause.getMessage(), cause);
        }
    }
}
