package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skypatch.registry.TimedAgreements.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.Clocks;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Version;

/** Clocks on the real database and topic: fired once, never early, never lost, moved by the law, told to people. */
@QuarkusTest
@RegistryServers
class ClockIT {

    private static final Author AUTHOR = new Author(AdministrationId.of("SKYPATCH-admin"), null);
    private static final LocalDate FAR = LocalDate.of(2090, 1, 2);
    private static final Instant FAR_DUE = Instant.parse("2090-01-07T17:00:00Z");

    @Inject
    Records records;

    @Inject
    Clocks clocks;

    @Inject
    TimedAgreements timed;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @BeforeEach
    void aLimitAndACalendarAreInForce() {
        Calls.awaitReady();
        limit(LocalDate.of(2000, 1, 1), 5);
        thailandWorks(List.of());
    }

    @Test
    void fires_each_clock_once_however_many_instances_sweep() throws Exception {
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "once-" + i).toList();
        ids.forEach(id -> write(agreement(id, TimedAgreements.LAPSES, FAR)));
        AtomicInteger fired = new AtomicInteger();

        List<Thread> instances = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> clocks.due(FAR_DUE, 1_000).stream()
                        .filter(due -> due.record().startsWith("once-"))
                        .filter(due -> clocks.fire(due, FAR_DUE))
                        .forEach(due -> fired.incrementAndGet())))
                .toList();
        for (Thread instance : instances) {
            instance.join();
        }

        assertThat(fired).hasValue(20);
        assertThat(states("agreement:once-7", 2)).containsExactly("opened", "closed");
        for (String id : ids) {
            List<Version<AgreementFact>> versions = records.history(RecordKind.AGREEMENT, id);
            assertThat(versions).hasSize(2);
            assertThat(versions.getLast().author().administration()).hasToString("system-clock");
            assertThat(versions.getLast().reason()).contains("policy/test-answer");
        }
    }

    @Test
    void never_fires_early() {
        write(agreement("early", TimedAgreements.LAPSES, FAR));
        Clocks.Due answer = new Clocks.Due("agreement", "early", "answer");
        Instant justBefore = FAR_DUE.minusNanos(1_000);

        assertThat(clocks.fire(answer, Instant.parse("2090-01-03T00:00:00Z"))).isFalse();
        assertThat(clocks.fire(answer, justBefore)).as("it reminds").isTrue();
        assertThat(clocks.due(justBefore, 10_000)).doesNotContain(answer);
        assertThat(clocks.fire(answer, justBefore)).isFalse();
        assertThat(records.history(RecordKind.AGREEMENT, "early")).hasSize(1);
        assertThat(clocks.due(FAR_DUE, 10_000)).contains(answer);
        assertThat(clocks.fire(answer, FAR_DUE)).isTrue();
        assertThat(clocks.fire(answer, FAR_DUE)).isFalse();
    }

    @Test
    void loses_nothing_when_firing_breaks_off() {
        write(agreement("broken", TimedAgreements.LAPSES, FAR));
        Clocks.Due answer = new Clocks.Due("agreement", "broken", "answer");
        timed.breakDown("broken");

        assertThatThrownBy(() -> clocks.fire(answer, FAR_DUE)).hasStackTraceContaining("cannot be fired just now");
        assertThat(clocks.due(FAR_DUE, 10_000)).contains(answer);
        clocks.putOff(answer);
        assertThat(clocks.due(FAR_DUE, 10_000)).doesNotContain(answer);
        timed.repair();

        assertThat(clocks.fire(answer, FAR_DUE)).isTrue();
        assertThat(records.history(RecordKind.AGREEMENT, "broken")).hasSize(2);
    }

    @Test
    void leaves_a_record_that_somebody_writes_to_the_next_turn() throws Exception {
        write(agreement("held", TimedAgreements.LAPSES, FAR));
        Clocks.Due answer = new Clocks.Due("agreement", "held", "answer");

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('agreement:held', 0))");
            assertThat(clocks.fire(answer, FAR_DUE)).isFalse();
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(clocks.fire(answer, FAR_DUE)).isTrue();
    }

    @Test
    void reminds_then_is_overdue_then_escalates_to_deputies_and_region_and_fires_nothing_again() {
        write(agreement("escalates", TimedAgreements.ESCALATES, FAR));
        Instant later = FAR_DUE.plus(Duration.ofDays(1));

        fireAll("escalates", later);
        write(new AgreementFact(
                "escalates",
                TimedAgreements.ESCALATES,
                List.of(CountryCode.of("TH")),
                List.of(CountryCode.of("KR")),
                List.of(),
                List.of(),
                null,
                null,
                FAR,
                null,
                "written again"));
        fireAll("escalates", later);
        write(agreement("escalates", TimedAgreements.ANSWERED, FAR));

        List<TaskChanged> told = told("agreement:escalates", 5);
        assertThat(told)
                .extracting(task -> task.state().label())
                .containsExactly("opened", "due", "overdue", "overdue", "closed");
        assertThat(told)
                .extracting(TaskChanged::task)
                .containsOnly(told.getFirst().task());
        assertThat(told).extracting(TaskChanged::dueAt).containsOnly(FAR_DUE);
        assertThat(told.get(2).addressees()).containsExactly(thailand());
        assertThat(told.get(3).addressees())
                .containsExactly(
                        thailand(),
                        new Addressee(null, null, AdministrationId.of("TH-deputy"), null),
                        new Addressee(null, null, null, "Asia/Pacific"));
    }

    @Test
    void reminds_when_most_of_the_time_is_used() {
        write(agreement("share", TimedAgreements.STAYS, FAR));

        fireAll("share", FAR_DUE.minus(Duration.ofHours(20)));
        fireAll("share", FAR_DUE.minus(Duration.ofHours(19)));

        assertThat(states("agreement:share", 2)).containsExactly("opened", "due");
    }

    @Test
    void moves_running_clocks_when_a_holiday_or_the_limit_changes() {
        write(agreement("moved", TimedAgreements.STAYS, LocalDate.of(2091, 3, 5)));
        Instant first = due("moved");

        limit(LocalDate.of(2091, 3, 1), 2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> due("moved"), due -> due.isBefore(first));
        assertThat(due("moved")).isEqualTo(Instant.parse("2091-03-07T17:00:00Z"));
        workingDays(LocalDate.of(2091, 3, 2), 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> due("moved"), Instant.parse("2091-03-07T17:00:00Z")::equals);
        thailandWorks(List.of(LocalDate.of(2091, 3, 6)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> due("moved"), Instant.parse("2091-03-08T17:00:00Z")::equals);

        assertThat(records.history(RecordKind.AGREEMENT, "moved")).hasSize(1);
        assertThat(told("agreement:moved", 3))
                .allSatisfy(task -> assertThat(task.state().label()).isEqualTo("opened"))
                .extracting(TaskChanged::dueAt)
                .containsExactly(first, Instant.parse("2091-03-07T17:00:00Z"), Instant.parse("2091-03-08T17:00:00Z"));
    }

    @Test
    void fires_by_itself() {
        write(agreement("by-itself", TimedAgreements.LAPSES, LocalDate.of(2020, 1, 1)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> records.history(RecordKind.AGREEMENT, "by-itself").size() == 2);
        assertThat(states("agreement:by-itself", 2)).containsExactly("opened", "closed");
    }

    private void fireAll(String record, Instant now) {
        clocks.due(now, 10_000).stream()
                .filter(due -> due.record().equals(record))
                .forEach(due -> clocks.fire(due, now));
    }

    private Instant due(String record) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select due_at from running_clock where record = ?")) {
            statement.setString(1, record);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> states(String subject, int atLeast) {
        return told(subject, atLeast).stream().map(task -> task.state().label()).toList();
    }

    /** What was told of a record: every message once, also a little later. */
    private List<TaskChanged> told(String subject, int atLeast) {
        List<TaskChanged> told = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tasksOf(subject), tasks -> tasks.size() >= atLeast);
        assertThat(told.stream().map(TaskChanged::id).distinct()).hasSameSizeAs(told);
        return told;
    }

    private List<TaskChanged> tasksOf(String subject) {
        List<TaskChanged> tasks = new ArrayList<>();
        Published.on(Topic.REGISTRY_TASKS).stream()
                .filter(record -> record.key().equals(subject))
                .forEach(record -> {
                    try {
                        tasks.add(JsonHabits.forTopics(json).readValue(record.value(), TaskChanged.class));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return tasks;
    }

    private void write(AgreementFact agreement) {
        write(RecordKind.AGREEMENT, agreement.id(), agreement);
    }

    private void limit(LocalDate from, int number) {
        limit(from, number, "calendar-days");
    }

    private void workingDays(LocalDate from, int number) {
        limit(from, number, "working-days");
    }

    private void limit(LocalDate from, int number, String unit) {
        LimitFact limit = new LimitFact(
                "policy",
                TimedAgreements.LIMIT,
                "test-asked",
                number,
                unit,
                "after",
                "asked-party",
                null,
                "lapse",
                from,
                null,
                "policy");
        write(RecordKind.LIMIT, "policy/" + TimedAgreements.LIMIT + "/" + from, limit);
    }

    private void thailandWorks(List<LocalDate> holidays) {
        AdministrationFact thailand = new AdministrationFact(
                AdministrationId.of("TH-ca"),
                "Competent authority",
                CountryCode.of("TH"),
                "Asia/Pacific",
                List.of(Competence.BASEL),
                List.of(),
                List.of(AdministrationId.of("TH-deputy")),
                List.of(),
                holidays,
                "Asia/Bangkok",
                List.of("th"));
        write(RecordKind.ADMINISTRATION, "TH-ca", thailand);
    }

    private <F extends RegistryFact> void write(RecordKind<F> kind, String name, F fact) {
        records.write(kind, name, AUTHOR, new Precondition.None(), null, present -> new Decision.Become<>(fact));
    }

    private static Addressee thailand() {
        return new Addressee(CountryCode.of("TH"), Competence.BASEL, null, null);
    }
}
