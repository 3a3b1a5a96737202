package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skypatch.registry.TimedAgreements.agreement;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
import org.skypatch.registry.clock.Tasks;
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
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !isLawChanging());
    }

    /** Whether clocks are still to be moved, which holds records and sets their clocks anew. */
    private boolean isLawChanging() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from law_change)")) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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

        // what the mover of clocks held meanwhile is left for the next turn
        clocks.due(FAR_DUE, 1_000).stream()
                .filter(due -> due.record().startsWith("once-"))
                .forEach(due -> {
                    fire(due, FAR_DUE);
                    fired.incrementAndGet();
                });

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
        fire(answer, justBefore);
        assertThat(clocks.due(justBefore, 10_000)).doesNotContain(answer);
        assertThat(clocks.fire(answer, justBefore)).isFalse();
        assertThat(records.history(RecordKind.AGREEMENT, "early")).hasSize(1);
        assertThat(clocks.due(FAR_DUE, 10_000)).contains(answer);
        fire(answer, FAR_DUE);
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

        fire(answer, FAR_DUE);
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

        fire(answer, FAR_DUE);
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

    @Test
    void lists_what_an_administration_must_do_and_by_when_for_nobody_else() {
        write(agreement("listed-late", TimedAgreements.STAYS, LocalDate.of(2020, 1, 1)));
        write(agreement("listed-early", TimedAgreements.ESCALATES, LocalDate.of(2090, 6, 1)));
        String thailand = Tokens.competentAuthority("TH");

        JsonPath late = Calls.get(thailand, "/clocks?overdue=true&limit=500").jsonPath();
        JsonPath early = Calls.get(thailand, "/clocks?overdue=false&until=2090-06-06&limit=500")
                .jsonPath();

        assertThat(late.getList("items.record"))
                .contains("agreement:listed-late")
                .doesNotContain("agreement:listed-early");
        assertThat(late.getString("items.find { it.record == 'agreement:listed-late' }.lastDay"))
                .isEqualTo("2020-01-06");
        assertThat(late.getLong("items.find { it.record == 'agreement:listed-late' }.overdueDays"))
                .isGreaterThan(2_000);
        assertThat(early.getList("items.findAll { it.record == 'agreement:listed-early' }.name"))
                .containsExactly("answer");
        assertThat(early.getString("items.find { it.record == 'agreement:listed-early' }.lastDay"))
                .isEqualTo("2090-06-06");
        assertThat(Calls.get(thailand, "/clocks?until=2090-06-05&overdue=false&limit=500")
                        .jsonPath()
                        .getList("items.record"))
                .doesNotContain("agreement:listed-early");
        for (String stranger : List.of(Tokens.nou("TH"), Tokens.competentAuthority("JP"))) {
            assertThat(Calls.get(stranger, "/clocks?limit=500").jsonPath().getList("items.record"))
                    .doesNotContain("agreement:listed-late", "agreement:listed-early");
        }
        assertThat(Calls.get(Tokens.customs("TH"), "/clocks").statusCode()).isEqualTo(403);
        assertThat(Calls.get(Tokens.admin(), "/clocks.ics").statusCode()).isEqualTo(403);
    }

    @Test
    void pages_through_the_work_list_without_gap_or_repetition() {
        List<String> written = IntStream.range(0, 7).mapToObj(i -> "page-" + i).toList();
        written.forEach(id -> write(agreement(id, TimedAgreements.STAYS, LocalDate.of(2095, 1, 1))));
        List<String> seen = new ArrayList<>();
        String cursor = "";

        do {
            JsonPath page = Calls.get(Tokens.competentAuthority("TH"), "/clocks?limit=3" + cursor)
                    .jsonPath();
            seen.addAll(page.getList("items.record"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsAll(written.stream().map(id -> "agreement:" + id).toList());
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void gives_the_work_list_as_a_calendar_of_whole_days() {
        write(agreement("calendar", TimedAgreements.STAYS, LocalDate.of(2030, 1, 1)));

        Response feed = Calls.get(Tokens.competentAuthority("TH"), "/clocks.ics");

        assertThat(feed.contentType()).startsWith("text/calendar");
        VEvent event = Biweekly.parse(feed.asString()).first().getEvents().stream()
                .filter(day -> day.getDescription().getValue().equals("agreement:calendar"))
                .findFirst()
                .orElseThrow();
        assertThat(event.getUid().getValue()).isEqualTo(Tasks.id("agreement:calendar", "answer") + "@skypatch");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart().getValue().getRawComponents().getDate()).isEqualTo(6);
        assertThat(feed.asString()).contains("DTSTART;VALUE=DATE:20300106");
    }

    /** Fires a clock that is due; again if the mover of clocks holds the record just now. */
    private void fire(Clocks.Due due, Instant now) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> clocks.fire(due, now));
    }

    private void fireAll(String record, Instant now) {
        clocks.due(now, 10_000).stream()
                .filter(due -> due.record().equals(record))
                .forEach(due -> fire(due, now));
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
