package org.skypatch.registry.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Transactions;
import org.skypatch.registry.record.Written;

/** Transactions of the database. */
@ApplicationScoped
class PostgresTransactions implements Transactions {

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        private Undone(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }

    @Override
    public <F> Written<F> run(Supplier<Written<F>> work) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Written<F> written = work.get();
                if (written instanceof Written.Refused<F>(Refusal refusal)) {
                    throw new Undone(refusal);
                }
                return written;
            });
        } catch (Undone undone) {
            return new Written.Refused<>(undone.refusal);
        }
    }
}
