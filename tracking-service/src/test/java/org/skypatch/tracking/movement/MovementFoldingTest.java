package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.testing.Reports;

class MovementFoldingTest {

    private static List<Movement> fold(Reports... reports) {
        return MovementFolding.fold(
                new Consignment(Stream.of(reports).map(Reports::recorded).toList(), Joined.DECISIVE, Set.of()));
    }

    private static Set<CountryCode> countries(String... codes) {
        return Set.of(Stream.of(codes).map(CountryCode::of).toArray(CountryCode[]::new));
    }

    @Test
    void takes_the_id_of_the_first_recorded_event() {
        RecordedEvent first = imported("TH").recordedAfter(Duration.ZERO).recorded();
        Movement movement = fold(
                        export("KR").recordedAfter(Duration.ofDays(30)),
                        imported("TH").recordedAfter(Duration.ZERO))
                .getFirst();

        assertThat(movement.id()).isEqualTo(first.id());
    }

    @Test
    void is_seen_by_dispatch_transit_and_destination() {
        assertThat(fold(export("KR").through("SG"), imported("TH")).getFirst().audience())
                .isEqualTo(countries("KR", "SG", "TH"));
    }

    @Test
    void shows_an_outside_reporter_its_own_report_alone() {
        RecordedEvent guess =
                imported("FR").between("KR", "FR").recordedAfter(Duration.ZERO).recorded();
        List<Movement> movements = fold(
                export("KR"), imported("TH"), imported("FR").between("KR", "FR").recordedAfter(Duration.ZERO));

        assertThat(movements).hasSize(2);
        assertThat(movements.get(0).audience()).isEqualTo(countries("KR", "TH"));
        assertThat(movements.get(0).id()).isNotEqualTo(guess.id());
        assertThat(movements.get(1).audience()).isEqualTo(countries("FR"));
        assertThat(movements.get(1).id()).isEqualTo(guess.id());
        assertThat(movements.get(1).events()).extracting(RecordedEvent::id).containsExactly(guess.id());
    }

    @Test
    void keeps_the_id_of_what_an_outsider_sees_when_a_party_reports_later() {
        Reports suspicion = report(CustomsEventType.SUSPICION_REPORTED, "FR").named("S-1");
        Movement alone = fold(suspicion).stream()
                .filter(movement -> movement.audience().equals(countries("FR")))
                .findFirst()
                .orElseThrow();
        Movement joined = fold(suspicion, export("KR")).stream()
                .filter(movement -> movement.audience().equals(countries("FR")))
                .findFirst()
                .orElseThrow();

        assertThat(joined.id()).isEqualTo(alone.id());
    }

    @Test
    void does_not_count_an_import_that_another_country_claims() {
        Movement movement = fold(export("KR"), imported("FR")).getFirst();

        assertThat(movement.arrivals()).isEmpty();
        assertThat(movement.status()).isEqualTo(MovementStatus.UNDER_WAY);
    }

    @Test
    void says_what_the_latest_amendment_says() {
        Movement movement = fold(
                        export("KR").named("E-1").kg("100", "hcfc-22"),
                        report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                .named("A-2")
                                .correcting("E-1", "2026-03-07T00:00:00Z")
                                .kg("300", "hcfc-22"),
                        report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                .named("A-1")
                                .correcting("E-1", "2026-03-05T00:00:00Z")
                                .kg("200", "hcfc-22"))
                .getFirst();

        assertThat(movement.mass()).hasToString("300");
        assertThat(movement.departures()).hasSize(1);
    }

    private static Reports amendment(String name, String of, String filed, String kg) {
        return report(CustomsEventType.DECLARATION_AMENDED, "KR")
                .named(name)
                .correcting(of, "2026-03-" + filed + "T00:00:00Z")
                .kg(kg, "hcfc-22");
    }

    @Test
    void takes_an_amendment_of_an_amendment_for_one_of_the_original() {
        Movement movement = fold(
                        amendment("A-2", "A-1", "09", "300"),
                        export("KR").named("E-1").kg("100", "hcfc-22"),
                        amendment("A-1", "E-1", "05", "200"))
                .getFirst();

        assertThat(movement.mass()).hasToString("300");
        assertThat(movement.departures()).hasSize(1);
    }

    @Test
    void says_what_was_said_before_when_an_amendment_is_withdrawn() {
        Movement movement = fold(
                        export("KR").named("E-1").kg("100", "hcfc-22"),
                        amendment("A-1", "E-1", "05", "200"),
                        report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                                .named("C-1")
                                .correcting("A-1", "2026-03-09T00:00:00Z"))
                .getFirst();

        assertThat(movement.mass()).hasToString("100");
        assertThat(movement.departures()).hasSize(1);
    }

    @Test
    void is_not_led_in_circles_by_amendments_of_each_other() {
        Movement movement = fold(
                        export("KR").named("E-1").kg("100", "hcfc-22"),
                        amendment("A-1", "A-2", "05", "200"),
                        amendment("A-2", "A-1", "06", "300"),
                        amendment("A-3", "A-3", "07", "400"))
                .getFirst();

        assertThat(movement.mass()).hasToString("100");
    }

    @Test
    void is_cancelled_when_its_only_report_is_withdrawn() {
        Movement movement = fold(
                        export("KR").named("E-1"),
                        report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                                .named("C-1")
                                .correcting("E-1", "2026-03-05T00:00:00Z"))
                .getFirst();

        assertThat(movement.status()).isEqualTo(MovementStatus.CANCELLED);
    }

    @Test
    void leaves_the_import_standing_when_the_export_is_withdrawn() {
        Movement movement = fold(
                        export("KR").named("E-1"),
                        imported("TH").named("I-1"),
                        report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                                .named("C-1")
                                .correcting("E-1", "2026-04-05T00:00:00Z"))
                .getFirst();

        assertThat(movement.status()).isEqualTo(MovementStatus.ARRIVED_UNMATCHED);
    }

    @Test
    void makes_no_movement_of_a_correction_whose_original_is_unknown() {
        assertThat(fold(report(CustomsEventType.DECLARATION_AMENDED, "KR").correcting("E-9", "2026-03-05T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GOODS_SEIZED, TH, SEIZED",
        "GOODS_LOST, SG, LOST",
        "GOODS_DESTROYED, TH, LOST",
        "DISPOSAL_COMPLETED, TH, DISPOSED",
        "GOODS_RETURNED, KR, RETURNED",
        "IMPORT_REFUSED, TH, REFUSED",
        "IMPORT_CONFIRMED, TH, ARRIVED",
        "BOND_ENTERED, TH, IN_BOND",
        "TRANSIT_ENTERED, SG, IN_TRANSIT",
        "SHIPMENT_ANNOUNCED, KR, UNDER_WAY"
    })
    void stands_where_its_reports_put_it(CustomsEventType type, String reporter, MovementStatus status) {
        Movement movement = fold(
                        export("KR").through("SG"),
                        report(type, reporter).named("X-1").at("2026-03-20T00:00:00Z"))
                .getFirst();

        assertThat(movement.status()).isEqualTo(status);
    }

    @Test
    void has_partly_arrived_while_the_last_import_says_so() {
        assertThat(fold(export("KR"), imported("TH").partial()).getFirst().status())
                .isEqualTo(MovementStatus.PART_ARRIVED);
    }

    @Test
    void has_a_leg_for_every_border_to_border_part() {
        Movement movement = fold(
                        export("KR").through("SG"),
                        report(CustomsEventType.TRANSIT_ENTERED, "SG").at("2026-03-09T00:00:00Z"),
                        imported("TH").at("2026-03-14T00:00:00Z"))
                .getFirst();

        assertThat(movement.legs())
                .extracting(leg ->
                        leg.from() + "-" + leg.to() + " " + (leg.leftAt() != null) + " " + (leg.arrivedAt() != null))
                .containsExactly("KR-SG true true", "SG-TH false true");
    }
}
