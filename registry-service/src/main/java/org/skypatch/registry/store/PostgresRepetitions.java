package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.Repetitions;

/** Requests by the caller's key in the table {@code repetition}; a second one waits until the first has ended. */
@ApplicationScoped
class PostgresRepetitions implements Repetitions {

    private final Session database;

    PostgresRepetitions(Session database) {
        this.database = database;
    }

    @Override
    public Claim claim(Request request, RecordKey record) {
        forgetOldOnes();
        int noted = database.createNativeMutationQuery("""
                        insert into repetition(administration, key, fingerprint, kind, name)
                        values (:administration, :key, :fingerprint, :kind, :name) on conflict do nothing
                        """)
                .setParameter("administration", request.by().value())
                .setParameter("key", request.key())
                .setParameter("fingerprint", request.fingerprint())
                .setParameter("kind", record.kind().label())
                .setParameter("name", record.name())
                .executeUpdate();
        return noted == 1 ? new Claim.First() : earlier(request, record);
    }

    private Claim earlier(Request request, RecordKey record) {
        Object[] row = database.createNativeQuery("""
                        select fingerprint, kind, name from repetition where administration = :administration and key = :key
                        """, Object[].class)
                .setParameter("administration", request.by().value())
                .setParameter("key", request.key())
                .getSingleResult();
        boolean same = row[0].equals(request.fingerprint())
                && row[1].equals(record.kind().label());
        return same ? new Claim.Repeated((String) row[2]) : new Claim.Differs();
    }

    private void forgetOldOnes() {
        database.createNativeMutationQuery("""
                        delete from repetition where (administration, key) in (
                            select administration, key from repetition
                            where recorded_at < now() - interval '30 days'
                            order by recorded_at limit 100 for update skip locked)
                        """).executeUpdate();
    }
}
