package org.skypatch.tracking.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of the topics that could not be read or applied: put aside with their reason, so that the others go on. */
public interface ParkedRecords {

    /**
     * A record as it came.
     *
     * @param event the event that it carries, as far as that could be read
     */
    record ParkedRecord(
            String topic,
            int partition,
            long position,
            @Nullable String key,
            byte @Nullable [] payload,
            @Nullable UUID event) {}

    /**
     * Puts the record aside, once.
     *
     * @throws Transactions.DatabaseUnavailable if it could not be put aside just now
     */
    void park(ParkedRecord record, String reason);
}
