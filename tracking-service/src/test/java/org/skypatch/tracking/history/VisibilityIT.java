package org.skypatch.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Enquiring;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;

/** Queries and row-level security hide what is not the reader's, each without the other. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class VisibilityIT {

    private static final List<String> TABLES = List.of(
            "movement",
            "movement_event",
            "movement_audience",
            "customs_event",
            "event_key",
            "event_conflict",
            "event_reference",
            "finding",
            "enquiry",
            "enquiry_answer",
            "account",
            "draw",
            "registry_record",
            "parked_record",
            "open_end",
            "movement_link",
            "link_statement",
            "release");

    /** No other test reports from there. */
    private static final String STRANGER = "PY";

    private static UUID movement;
    private static UUID outside;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    CustomsEventProcessing processing;

    @Inject
    Enquiring enquiring;

    @Inject
    Registers registers;

    private Rows secured;
    private Rows unsecured;

    @BeforeEach
    void aConsignmentWithAllThatHangsOnIt() {
        secured = new Rows(database, json);
        unsecured = new Rows(database, json, "none");
        if (movement != null) {
            return;
        }
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
            registry.covers("KR-customs");
            registry.covers("TH-customs");
            registry.licence(Judged.licence("TH", "VIS-L1", "hcfc-22", "1000"), 1);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> registers.current().isComplete()
                        && unsecured.as(
                                        "",
                                        "",
                                        () -> count(unsecured, "registry_record where record_key = 'TH/VIS-L1'"))
                                == 1);
        var departure = export("KR")
                .named("vis-out")
                .ucr("VIS-1")
                .citing("TH/VIS-L1")
                .at("2026-03-01T00:00:00Z")
                .recorded();
        var suspicion = report(CustomsEventType.SUSPICION_REPORTED, "KR")
                .named("vis-suspicion")
                .ucr("VIS-1")
                .at("2026-03-02T00:00:00Z")
                .recorded();
        var intruder = imported("UY")
                .named("vis-guess")
                .ucr("VIS-1")
                .at("2026-03-05T00:00:00Z")
                .recorded();
        processing.apply(List.of(departure, suspicion, intruder));
        outside = intruder.id();
        movement = departure.id();
        enquiring.ask(movement, officer("KR"), null, "Two drums are missing.");
    }

    private static Caller officer(String country) {
        return new Caller(
                AdministrationId.of(country + "-customs"),
                CountryCode.of(country),
                null,
                Set.of(Role.OFFICER, Role.REPORTER),
                Set.of());
    }

    /** Whose queries choose nothing: every row-level policy put aside, an operator finds all. */
    private static Reader unchosen() {
        return Reader.of(new Caller(AdministrationId.of("SP-operator"), null, null, Set.of(Role.OPERATOR), Set.of()));
    }

    private static long count(Rows rows, String from) {
        return rows.list("select count(*) from " + from, List.of(), row -> row.getLong(1))
                .getFirst();
    }

    private MovementHistory history(Rows rows) {
        return new MovementHistory(
                rows,
                registers,
                new BalanceSheet(rows, registers),
                new ChainHistory(rows),
                new LikenessHistory(rows),
                new EnquiryHistory(rows),
                new LinkHistory(rows),
                new ReleaseHistory(rows));
    }

    private static List<UUID> listed(MovementHistory history, Reader reader) {
        return history.list(reader, new MovementFilter(), false, 500, null, Locale.ENGLISH).items().stream()
                .map(MovementView::id)
                .toList();
    }

    @Test
    void row_level_security_alone_hides_every_row_from_a_stranger() {
        for (String table : TABLES) {
            assertThat(secured.<Long>as(STRANGER, STRANGER + "-customs", () -> count(secured, table)))
                    .as(table)
                    .isZero();
        }
        secured.as(STRANGER, STRANGER + "-customs", () -> {
            MovementHistory history = history(secured);
            assertThat(listed(history, unchosen())).isEmpty();
            assertThat(history.find(movement, unchosen(), Locale.ENGLISH)).isEmpty();
            assertThat(history.mergedInto(movement, unchosen())).isEmpty();
            return null;
        });
    }

    @Test
    void row_level_security_shows_the_rows_to_the_parties() {
        for (String table : List.of(
                "movement",
                "movement_event",
                "movement_audience",
                "customs_event",
                "event_key",
                "event_reference",
                "enquiry",
                "account",
                "draw",
                "registry_record",
                "open_end")) {
            assertThat(secured.<Long>as("TH", "TH-customs", () -> count(secured, table)))
                    .as(table)
                    .isPositive();
        }
        assertThat(secured.as("KR", "KR-customs", () -> history(secured).find(movement, unchosen(), Locale.ENGLISH)))
                .isPresent();
    }

    @Test
    void row_level_security_alone_keeps_an_outside_reporter_to_its_own_report() {
        secured.as("UY", "UY-customs", () -> {
            assertThat(secured.list("select id from customs_event", List.of(), row -> row.getObject(1, UUID.class)))
                    .containsExactly(outside);
            assertThat(listed(history(secured), unchosen())).containsExactly(outside);
            return null;
        });
    }

    @Test
    void row_level_security_alone_keeps_a_suspicion_with_its_reporter() {
        String suspicions = "customs_event where convert_from(payload, 'UTF8') like '%vis-suspicion%'";
        assertThat(secured.<Long>as("KR", "KR-customs", () -> count(secured, suspicions)))
                .isOne();
        assertThat(secured.<Long>as("TH", "TH-customs", () -> count(secured, suspicions)))
                .isZero();
        assertThat(secured.<Long>as("*", "SP-operator", () -> count(secured, suspicions)))
                .isZero();
    }

    @Test
    void row_level_security_shows_nothing_where_nobody_is_named() {
        for (String table : TABLES) {
            assertThat(secured.<Long>as("", "", () -> count(secured, table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void queries_alone_hide_everything_from_a_stranger() {
        Reader stranger = Reader.of(officer(STRANGER));
        MovementHistory history = history(unsecured);
        assertThat(unsecured.<Long>as(STRANGER, STRANGER + "-customs", () -> count(unsecured, "movement")))
                .as("the role sees all")
                .isPositive();
        assertThat(listed(history, stranger)).isEmpty();
        assertThat(history.find(movement, stranger, Locale.ENGLISH)).isEmpty();
        assertThat(history.mergedInto(movement, stranger)).isEmpty();
        assertThat(new BalanceSheet(unsecured, registers)
                        .ofLicence(LicenceNumber.parse("TH/VIS-L1"), stranger.caller()))
                .isEmpty();
        assertThat(history.find(movement, Reader.of(officer("KR")), Locale.ENGLISH))
                .isPresent();
    }

    @Test
    void queries_alone_keep_an_outside_reporter_to_its_own_report() {
        Reader outsider = Reader.of(officer("UY"));
        MovementHistory history = history(unsecured);
        assertThat(listed(history, outsider)).containsExactly(outside);
        assertThat(history.find(movement, outsider, Locale.ENGLISH)).isEmpty();
        Optional<MovementView> own = history.find(outside, outsider, Locale.ENGLISH);
        assertThat(own.orElseThrow().events()).extracting(EventView::id).containsExactly(outside);
    }

    @Test
    void readers_may_read_no_table_that_is_not_secured_and_write_none() {
        assertThat(unsecured.as(
                        "",
                        "",
                        () -> unsecured.list(
                                "select relname from pg_class where relnamespace = current_schema()::regnamespace"
                                        + " and relkind in ('r', 'p') and not relrowsecurity"
                                        + " and has_table_privilege(session_user || '_reader', oid, 'select')",
                                List.of(),
                                row -> row.getString(1))))
                .isEmpty();
        assertThatThrownBy(() -> secured.as("KR", "KR-customs", () -> count(secured, "outbox")))
                .hasMessageContaining("permission denied");
        assertThat(unsecured.as(
                        "",
                        "",
                        () -> unsecured.list(
                                "select relname from pg_class where relnamespace = current_schema()::regnamespace"
                                        + " and relkind in ('r', 'p') and has_table_privilege(session_user || '_reader',"
                                        + " oid, 'insert, update, delete, truncate')",
                                List.of(),
                                row -> row.getString(1))))
                .isEmpty();
        assertThatThrownBy(() -> unsecured.as(
                        "KR",
                        "KR-customs",
                        () -> unsecured.list("delete from movement returning id", List.of(), row -> row.getString(1))))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void nothing_is_read_without_a_reader() {
        assertThatThrownBy(() -> count(secured, "movement")).isInstanceOf(java.util.NoSuchElementException.class);
    }
}
