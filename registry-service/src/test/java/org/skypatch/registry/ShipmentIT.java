package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** Shipments through the door: what their own receipts start and stop, what was announced late, and their list. */
@QuarkusTest
@RegistryServers
class ShipmentIT {

    private static final String PH = "PH";
    private static final String MY = "MY";
    private static final String CONFIRMED =
            "{\"receipt\": {\"capacity\": \"facility\", \"name\": \"Kim Min-jun\", \"on\": \"2026-03-10\"}}";

    @Inject
    Records records;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void lets_the_facility_confirm_and_certify_later_and_tells_who_must_see_to_it_until_then() {
        limit("MY/receipt/2000-01-01", MY, "receipt", "waste-received", 2, "working-days", "after");
        limit("MY/certificate/2000-01-01", MY, "certificate", "disposal-completed", 30, "calendar-days", "after");
        String at = active("LATER-1");
        String shipment = at + "/shipments/1";
        String subject = "shipment:PH/LATER-1/1";
        assertThat(announce(at, 1, "10000", "2026-03-01").statusCode()).isEqualTo(201);
        done(Calls.post(
                ca(MY),
                shipment + "/receive",
                "{\"on\": \"2026-03-09\", \"startedOn\": \"2026-03-01\", \"acceptedMassKg\": \"10000\"}"));
        assertThat(clocksOn(subject)).containsExactly("shipment-to-confirm until 2026-03-11");

        assertThat(Calls.post(ca(PH), shipment + "/confirm", CONFIRMED).statusCode())
                .isEqualTo(403);
        assertThat(Calls.post(ca(MY), shipment + "/confirm", "{}").asString()).contains("/receipt");
        done(Calls.post(ca(MY), shipment + "/confirm", CONFIRMED));
        assertThat(clocksOn(subject)).isEmpty();
        Response disposed = done(Calls.post(ca(MY), shipment + "/dispose", "{\"on\": \"2026-03-20\"}"));
        assertThat(disposed.jsonPath().getString("state")).isEqualTo("received");
        assertThat(clocksOn(subject)).containsExactly("shipment-to-complete until 2026-04-19");
        Response completed = done(Calls.post(ca(MY), shipment + "/complete", "{\"certificate\": \"YSL-2\"}"));

        assertThat(completed.jsonPath().getString("completedOn")).isEqualTo("2026-03-20");
        assertThat(completed.jsonPath().getString("document.receipt.name")).isEqualTo("Kim Min-jun");
        assertThat(clocksOn(subject)).isEmpty();
    }

    @Test
    void keeps_a_late_announcement_and_shows_it_as_late_by_the_law_that_it_missed() {
        limit("MY/announcement/2000-01-01", MY, "announcement", "shipment-starts", 3, "working-days", "before");
        String at = active("LATE-1");
        String subject = "shipment:PH/LATE-1/1";

        Response late = Calls.put(ca(PH), at + "/shipments/1", """
                {"plannedOn": "2026-03-05", "massKg": "100", "announcedOn": "2026-03-04"}""");
        Response inTime = Calls.put(ca(PH), at + "/shipments/2", """
                {"plannedOn": "2026-03-05", "massKg": "100", "announcedOn": "2026-03-02"}""");

        assertThat(late.statusCode()).isEqualTo(201);
        assertThat(late.jsonPath().getMap("announcedLate"))
                .containsEntry("limit", "MY/announcement")
                .containsEntry("lastDay", "2026-03-02")
                .containsEntry("legalBasis", "test law")
                .containsEntry("states", List.of("MY"));
        assertThat(inTime.jsonPath().getMap("announcedLate")).isNullOrEmpty();
        assertThat(clocksOn(subject)).containsExactly("shipment-announced-late until 2026-03-05");
        assertThat(clocksOn("shipment:PH/LATE-1/2")).isEmpty();
        done(Calls.put(ca(PH), at + "/shipments/1", """
                {"plannedOn": "2026-03-12", "massKg": "100", "announcedOn": "2026-03-04"}"""));
        assertThat(clocksOn(subject)).as("put off, it is in time").isEmpty();
    }

    @Test
    void pages_shipments_by_serial_without_gap_or_repetition() {
        String at = active("PAGED-1");
        for (int serial : List.of(11, 2, 9, 10, 1, 12, 3)) {
            assertThat(announce(at, serial, "10", "2026-03-01").statusCode()).isEqualTo(201);
        }
        List<Integer> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";

        do {
            JsonPath page =
                    done(Calls.get(ca(MY), at + "/shipments?limit=3" + cursor)).jsonPath();
            List<Integer> serials = page.getList("items.serial");
            sizes.add(serials.size());
            seen.addAll(serials);
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(1, 2, 3, 9, 10, 11, 12);
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(Calls.get(ca(MY), at + "/left").jsonPath().getInt("shipments"))
                .isEqualTo(5);
        assertThat(Calls.get(ca(MY), at + "/shipments?cursor=none").statusCode())
                .isEqualTo(400);
    }

    /** In Malaysia, which no other test sends anything to: its limits are of no concern to them. */
    private static String active(String number) {
        String at = "/notifications/" + number;
        done(Calls.post(ca(PH), "/notifications", """
                {"number": "%s", "kind": "general", "exporter": "PH-1", "facility": "MY-1", "importCountry": "MY",
                 "wasteCodes": ["A1160", "Y31"], "operation": "R4", "totalMassKg": "60000", "shipments": 12,
                 "periodFrom": "2026-02-01", "periodUntil": "2027-01-31", "contract": "C-1"}""".formatted(number)));
        done(Calls.post(ca(MY), at + "/decisions", decision(MY, "consented")));
        return at;
    }

    /** What the competent authority of Malaysia must do about a record. */
    private static List<String> clocksOn(String record) {
        return Calls.get(ca(MY), "/clocks?limit=500").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(work -> work.get("record").equals(record))
                .map(work -> work.get("todo") + " until " + work.get("lastDay"))
                .toList();
    }

    private void limit(
            String name, String scope, String id, String startsWith, int number, String unit, String direction) {
        records.write(
                RecordKind.LIMIT,
                name,
                new Author(AdministrationId.of("SKYPATCH-admin"), null),
                new Precondition.None(),
                null,
                present -> new Decision.Become<>(new LimitFact(
                        scope,
                        id,
                        startsWith,
                        number,
                        unit,
                        direction,
                        "facility",
                        null,
                        "none",
                        LocalDate.parse("2000-01-01"),
                        null,
                        "test law")));
    }

    private static Response announce(String at, int serial, String mass, String on) {
        return Calls.put(
                ca(PH), at + "/shipments/" + serial, "{\"plannedOn\": \"%s\", \"massKg\": \"%s\"}".formatted(on, mass));
    }

    private static String decision(String country, String decision) {
        return "{\"country\": \"%s\", \"decision\": \"%s\", \"on\": \"2026-01-20\"}".formatted(country, decision);
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }

    private static String ca(String country) {
        return Tokens.competentAuthority(country);
    }
}
