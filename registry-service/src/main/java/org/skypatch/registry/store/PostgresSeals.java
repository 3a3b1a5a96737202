package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.seal.PublishedKey;
import org.skypatch.registry.seal.Seals;
import org.skypatch.registry.seal.Signing;

/** Seals in the table {@code seal_key}; of every administration one key at most is without an end. */
@ApplicationScoped
class PostgresSeals implements Seals {

    private static final String COLUMNS = "select id, administration, public_point, begun_at, ended_at";

    private final Session database;
    private final Signing signing;
    private final BusinessClock clock;
    private final @Nullable KeyWrapping wrapping;

    PostgresSeals(Session database, Signing signing, BusinessClock clock, SealPolicy policy) {
        this.database = database;
        this.signing = signing;
        this.clock = clock;
        this.wrapping = policy.wrappingKey().map(KeyWrapping::under).orElse(null);
    }

    @Override
    public boolean canSeal() {
        return wrapping != null;
    }

    @Override
    @Transactional
    public String seal(AdministrationId owner, Map<String, Object> claims) {
        Object[] key = present(owner).orElseGet(() -> {
            hold(owner);
            return present(owner).orElseGet(() -> {
                begin(owner);
                return present(owner).orElseThrow();
            });
        });
        String id = (String) key[0];
        return signing.sign(wrapping().unwrap((byte[]) key[1], id), id, claims);
    }

    @Override
    @Transactional
    public PublishedKey rotate(AdministrationId owner) {
        hold(owner);
        database.createNativeMutationQuery(
                        "update seal_key set ended_at = :now where administration = :owner and ended_at is null")
                .setParameter("now", now().atOffset(ZoneOffset.UTC))
                .setParameter("owner", owner.value())
                .executeUpdate();
        return begin(owner);
    }

    @Override
    @Transactional
    public List<PublishedKey> published() {
        return database.createNativeQuery(
                        COLUMNS + " from seal_key order by administration, begun_at, id", Object[].class)
                .getResultStream()
                .map(row -> new PublishedKey(
                        (String) row[0],
                        AdministrationId.of((String) row[1]),
                        (String) row[2],
                        (Instant) row[3],
                        (Instant) row[4]))
                .toList();
    }

    /** Id and wrapped secret. */
    private Optional<Object[]> present(AdministrationId owner) {
        return database.createNativeQuery(
                        "select id, wrapped_secret from seal_key where administration = :owner and ended_at is null",
                        Object[].class)
                .setParameter("owner", owner.value())
                .getResultStream()
                .findFirst();
    }

    private PublishedKey begin(AdministrationId owner) {
        Signing.NewKey key = signing.newKey();
        Instant now = now();
        database.createNativeMutationQuery("""
                        insert into seal_key(id, administration, public_point, wrapped_secret, begun_at)
                        values (:id, :owner, :x, :secret, :now)
                        """)
                .setParameter("id", key.id())
                .setParameter("owner", owner.value())
                .setParameter("x", key.x())
                .setParameter("secret", wrapping().wrap(key.secret(), key.id()))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return new PublishedKey(key.id(), owner, key.x(), now, null);
    }

    /** Two instances never make two keys at a time. */
    private void hold(AdministrationId owner) {
        database.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('seal'), hashtext(:owner))", Object.class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    private KeyWrapping wrapping() {
        if (wrapping == null) {
            throw new IllegalStateException("there is no key under which secrets may be kept");
        }
        return wrapping;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
