package org.skypatch.registry.balance;

import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.registry.record.RecordKey;

/**
 * The newest balance of every record that grants something, as far as it has been heard. It may be behind by seconds, or
 * missing for a record on which nothing was ever drawn.
 */
public interface Balances {

    /** The balance of a licence, a notification or a quota. */
    Optional<BalanceChanged> of(RecordKey record);

    /** The balances of several records; those that have none are left out. */
    List<BalanceChanged> of(List<RecordKey> records);
}
