package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.skypatch.registry.record.Transactions;

/** Transactions of the registry's one database. */
@ApplicationScoped
class DatabaseTransactions implements Transactions {

    @Override
    @Transactional
    public <T> T inOne(Supplier<T> work) {
        return work.get();
    }
}
