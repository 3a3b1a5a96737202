package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TerritoryFact;

/**
 * Changes of limits, calendars and unions whose clocks are still to be moved, in the table {@code law_change}. Whoever sets clocks
 * holds the law still meanwhile, so none is set by a limit that has just been replaced without being moved afterwards.
 */
@ApplicationScoped
class LawChanges {

    private static final long THE_LAW = 0x534b_5950_0004L;

    private final Session database;

    LawChanges(Session database) {
        this.database = database;
    }

    /** A change that is still to be followed. */
    record Change(
            long id,
            @Nullable String limit,
            @Nullable String administration,
            @Nullable String country) {}

    /** A record some clocks of which a change may move. */
    record Moved(String kind, String record) {}

    /** No limit and no calendar changes until this transaction ends. */
    void holdStill() {
        lock("pg_advisory_xact_lock_shared");
    }

    /** Notes that a record was written from which limits are read. */
    void note(RegistryFact fact) {
        switch (fact) {
            case LimitFact limit -> note(limit.id(), null, null);
            case AdministrationFact administration ->
                note(null, administration.id().value(), Columns.text(administration.country()));
            case TerritoryFact union -> union.members().forEach(member -> note(null, null, member.value()));
            default -> {
                // no other record is read for a clock
            }
        }
    }

    private void note(@Nullable String limit, @Nullable String administration, @Nullable String country) {
        lock("pg_advisory_xact_lock");
        database.createNativeMutationQuery("""
                        insert into law_change(limit_id, administration, country)
                        values (cast(:limit as text), cast(:administration as text), cast(:country as text))
                        """)
                .setParameter("limit", limit)
                .setParameter("administration", administration)
                .setParameter("country", country)
                .executeUpdate();
    }

    private void lock(String how) {
        database.createNativeQuery("select 1 from (select %s(:law)) locked".formatted(how), Integer.class)
                .setParameter("law", THE_LAW)
                .getSingleResult();
    }

    /** The oldest change. */
    Optional<Change> oldest() {
        return database.createNativeQuery(
                        "select id, limit_id, administration, country from law_change order by id limit 1",
                        Object[].class)
                .getResultStream()
                .map(row -> new Change((Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .findFirst();
    }

    /** A change has been followed. */
    void done(long id) {
        database.createNativeMutationQuery("delete from law_change where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The records with running clocks that a change may move, after one. */
    List<Moved> concerned(Change change, Moved after, int most) {
        return database.createNativeQuery("""
                        select distinct kind, record from running_clock
                        where fired_at is null and (kind, record) > (:kind, :record)
                          and (split_part(clock ->> 'limit', '/', 2) = cast(:limit as text)
                               or cast(:administration as text) = any(duty)
                               or exists (select from unnest(duty) word where word like cast(:country as text) || '/%')
                               or clock ->> 'limit' in (
                                   select (fact ->> 'scope') || '/' || (fact ->> 'id') from record
                                   where kind = 'limit' and fact ->> 'holidayCalendar' = cast(:administration as text)))
                        order by kind, record limit :most
                        """, Object[].class)
                .setParameter("kind", after.kind())
                .setParameter("record", after.record())
                .setParameter("limit", change.limit())
                .setParameter("administration", change.administration())
                .setParameter("country", change.country())
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Moved((String) row[0], (String) row[1]))
                .toList();
    }
}
