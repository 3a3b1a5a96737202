package org.skypatch.registry.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Clocks;
import org.skypatch.registry.clock.KeptApart;
import org.skypatch.registry.clock.StandingClock;
import org.skypatch.registry.clock.Tasks;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.record.Revised;

/**
 * Fires and moves the clocks in the table {@code running_clock}. A clock is claimed by its record's lock, which every
 * writer of the record takes too: what is locked is skipped, what was fired meanwhile is seen under the lock.
 */
@ApplicationScoped
class PostgresClocks implements Clocks {

    private static final Logger LOG = Logger.getLogger(PostgresClocks.class);
    private static final Author CLOCK = new Author(AdministrationId.of("system-clock"), null);
    private static final int AT_A_TIME = 200;

    private static final String DUE = """
            select kind, record, name from running_clock
            where ((fired_at is null and due_at <= :now) or remind_at <= :now) and (retry_at is null or retry_at <= now())
            order by least(due_at, remind_at), kind, record, name limit :most
            """;
    private static final String LIST = """
            select cast(clock as text), remind_at, fired_at, kind, record, name from running_clock
            where duty && cast(:duty as text[]) and readers && cast(:readers as text[]) and strpos(name, '#') = 0
              and (cast(:overdue as boolean) is null or (due_at <= :now) = cast(:overdue as boolean))
              and (cast(:until as timestamptz) is null or due_at < cast(:until as timestamptz))
              and (due_at, kind, record, name) > (cast(:afterDue as timestamptz), :afterKind, :afterRecord, :afterName)
            order by due_at, kind, record, name limit :limit
            """;

    private final Session database;
    private final RunningClockRows rows;
    private final LawChanges law;
    private final AdministrationRecords administrations;
    private final TaskOutbox outbox;
    private final Records records;
    private final Instance<KeptApart<?>> apart;

    PostgresClocks(
            Session database,
            RunningClockRows rows,
            LawChanges law,
            AdministrationRecords administrations,
            TaskOutbox outbox,
            Records records,
            Instance<KeptApart<?>> apart) {
        this.database = database;
        this.rows = rows;
        this.law = law;
        this.administrations = administrations;
        this.outbox = outbox;
        this.records = records;
        this.apart = apart;
    }

    @Override
    @Transactional
    public List<Due> due(Instant now, int most) {
        return database.createNativeQuery(DUE, Object[].class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Due((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean fire(Due due, Instant now) {
        Optional<Clocked<?>> kind = rows.kind(due.kind());
        if (kind.isEmpty() || !lock(due.kind() + ":" + due.record())) {
            return false;
        }
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        List<StandingClock> all = rows.of(due.kind(), due.record());
        return all.stream()
                .filter(standing -> standing.clock().name().equals(due.name()))
                .filter(standing -> all.stream().noneMatch(other -> other.goesBefore(standing, at)))
                .findFirst()
                .map(standing -> run(kind.get(), due, standing, at))
                .orElse(false);
    }

    private <F extends RegistryFact> boolean run(Clocked<F> kind, Due due, StandingClock standing, Instant now) {
        RecordKey key = new RecordKey(kind.kind(), due.record());
        boolean isUp = standing.firedAt() == null && !standing.clock().dueAt().isAfter(now);
        if (isUp && !standing.clock().reminds()) {
            rows.note(key, standing.fired(now));
            write(kind.kind(), due.record(), standing.clock().limit(), present -> present.map(
                            fact -> kind.fired(fact, standing.clock(), now))
                    .orElseGet(() -> new Decision.Refuse<>(new Refusal.Missing())));
            List<StandingClock> left = rows.of(due.kind(), due.record());
            List<Addressee> duty = standing.clock().duty();
            if (!duty.isEmpty() && Tasks.stands(standing.clock(), left)) {
                outbox.tell(List.of(rows.tasks()
                        .overdue(
                                key.toString(),
                                standing.clock(),
                                left,
                                standing.clock().escalates() ? administrations.above(duty) : duty,
                                now)));
            }
            return true;
        }
        boolean isToBeReminded =
                standing.remindAt() != null && !standing.remindAt().isAfter(now);
        if (isUp || isToBeReminded) {
            rows.note(key, isUp ? standing.fired(now) : standing.reminded());
            outbox.tell(List.of(
                    rows.tasks().reminded(key.toString(), standing.clock(), rows.of(due.kind(), due.record()), now)));
            return true;
        }
        return false;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void putOff(Due clock) {
        database.createNativeMutationQuery("""
                        update running_clock set retry_at = now() + interval '1 minute'
                        where kind = :kind and record = :record and name = :name
                        """)
                .setParameter("kind", clock.kind())
                .setParameter("record", clock.record())
                .setParameter("name", clock.name())
                .executeUpdate();
    }

    /** Each record in a transaction of its own; the change is forgotten when all have been moved, else followed again. */
    @Override
    @Transactional(Transactional.TxType.NEVER)
    public boolean move(Instant now) {
        Optional<LawChanges.Change> change = QuarkusTransaction.requiringNew().call(law::oldest);
        if (change.isEmpty()) {
            return false;
        }
        LawChanges.Moved after = new LawChanges.Moved("", "");
        while (true) {
            LawChanges.Moved from = after;
            List<LawChanges.Moved> some =
                    QuarkusTransaction.requiringNew().call(() -> law.concerned(change.get(), from, AT_A_TIME));
            for (LawChanges.Moved record : some) {
                moveOne(record, now.truncatedTo(ChronoUnit.MICROS));
            }
            if (some.size() < AT_A_TIME) {
                QuarkusTransaction.requiringNew()
                        .run(() -> law.done(change.get().id()));
                return true;
            }
            after = some.getLast();
        }
    }

    /** One that cannot be moved keeps the clocks that it has, and does not hold up others. */
    private void moveOne(LawChanges.Moved record, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> move(record, now));
        } catch (RuntimeException e) {
            LOG.errorf(e, "the clocks of %s:%s cannot be moved", record.kind(), record.record());
        }
    }

    private void move(LawChanges.Moved record, Instant now) {
        rows.kind(record.kind()).ifPresent(kind -> {
            database.createNativeQuery(
                            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) locked",
                            Integer.class)
                    .setParameter("key", record.kind() + ":" + record.record())
                    .getSingleResult();
            find(kind.kind(), record.record())
                    .ifPresent(fact -> rows.set(
                            new RecordKey(kind.kind(), record.record()), fact, Tasks.Because.LAW_CHANGED, now));
        });
    }

    @Override
    @Transactional
    public List<Listed> list(Question question) {
        Place after = question.after();
        return database.createNativeQuery(LIST, Object[].class)
                .setParameter("duty", DutyKeys.of(question.reader()))
                .setParameter(
                        "readers",
                        question.reader()
                                .actsFor()
                                .map(country -> new String[] {RecordKind.EVERYONE, country.value()})
                                .orElseGet(() -> new String[] {RecordKind.EVERYONE}))
                .setParameter("overdue", Columns.text(question.overdue()))
                .setParameter("now", question.now().atOffset(ZoneOffset.UTC))
                .setParameter("until", Columns.text(question.until()))
                .setParameter(
                        "afterDue", after == null ? "-infinity" : after.dueAt().toString())
                .setParameter("afterKind", after == null ? "" : after.clock().kind())
                .setParameter("afterRecord", after == null ? "" : after.clock().record())
                .setParameter("afterName", after == null ? "" : after.clock().name())
                .setParameter("limit", question.limit())
                .getResultStream()
                .map(row -> new Listed(new Due((String) row[3], (String) row[4], (String) row[5]), rows.standing(row)))
                .toList();
    }

    private boolean lock(String key) {
        return database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                .setParameter("key", key)
                .getSingleResult();
    }

    private <F extends RegistryFact> Optional<F> find(RecordKind<F> kind, String name) {
        Optional<KeptApart<F>> keeper = keeper(kind);
        return keeper.isPresent()
                ? keeper.get().fact(name)
                : records.find(kind, name).map(Revised::fact);
    }

    private <F extends RegistryFact> void write(
            RecordKind<F> kind, String name, String limit, Function<Optional<F>, Decision<F>> decide) {
        String reason = "the time of " + limit + " is up";
        Optional<KeptApart<F>> keeper = keeper(kind);
        if (keeper.isPresent()) {
            keeper.get().write(name, CLOCK, reason, decide);
        } else {
            records.write(kind, name, CLOCK, new Precondition.None(), reason, decide);
        }
    }

    @SuppressWarnings("unchecked") // a keeper of the same kind keeps the same facts
    private <F extends RegistryFact> Optional<KeptApart<F>> keeper(RecordKind<F> kind) {
        for (KeptApart<?> keeper : apart) {
            if (keeper.kind().equals(kind)) {
                return Optional.of((KeptApart<F>) keeper);
            }
        }
        return Optional.empty();
    }
}
