package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Ledger;

/**
 * The ledgers of licences, notifications and quotas, within one transaction: entries are only ever added, a draw that no
 * longer holds is reversed, and the sums always equal the draws of the movements.
 */
public interface LedgerRecords {

    /** What these movements draw as it was put down. */
    List<Draw> drawsOf(Collection<UUID> movements);

    /** Everything that is drawn on these accounts. */
    List<Draw> drawsOn(Collection<Account> accounts);

    /** These accounts as they stand; those never drawn on are left out. */
    Map<Account, Ledger> find(Collection<Account> accounts);

    /** Opens those of these accounts that are not known, and locks all of them until the transaction ends, in one order. */
    Map<Account, Ledger> lock(Map<Account, Grant> accounts);

    /** Puts down changes of draws, and the accounts as they then stand. */
    void post(List<Change> changes, Collection<Ledger> ledgers, Instant at);

    /** One draw in place of another, of one movement on one account; none at its beginning or end. */
    record Change(@Nullable Draw before, @Nullable Draw after) {

        /** The draw that it is about. */
        public Draw.Key key() {
            if (after != null) {
                return after.key();
            }
            if (before != null) {
                return before.key();
            }
            throw new IllegalStateException("a change of nothing");
        }
    }
}
