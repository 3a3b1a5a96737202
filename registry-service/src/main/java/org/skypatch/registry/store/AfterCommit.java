package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.skypatch.edge.outbox.OutboxRelay;

/** Wakes the relay once the transaction that put something into the outbox has committed. */
@ApplicationScoped
class AfterCommit {

    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    AfterCommit(OutboxRelay relay, TransactionSynchronizationRegistry transaction) {
        this.relay = relay;
        this.transaction = transaction;
    }

    void publish() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the commit
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
