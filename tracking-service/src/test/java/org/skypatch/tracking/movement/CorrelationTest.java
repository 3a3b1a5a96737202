package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class CorrelationTest {

    private final Correlation correlation =
            new Correlation(TestRegister.nothingCovered().register().catalogue());

    private List<Consignment> join(Reports... reports) {
        return correlation.join(Stream.of(reports).map(Reports::recorded).toList(), ManualLinks.NONE);
    }

    private static List<Integer> sizes(List<Consignment> consignments) {
        return consignments.stream()
                .map(consignment -> consignment.events().size())
                .sorted()
                .toList();
    }

    @Test
    void joins_reports_of_one_ucr_however_it_is_written() {
        assertThat(join(export("KR").ucr("6KR 120-1"), imported("TH").ucr("6kr120-1")))
                .singleElement()
                .satisfies(one -> assertThat(one.joined()).isEqualTo(Joined.DECISIVE));
    }

    @Test
    void joins_by_export_declaration_of_the_same_country_only() {
        assertThat(sizes(join(
                        export("IN").between("IN", "BD").declaration("7700123"),
                        imported("BD").between("IN", "BD").declaration("7700123"),
                        imported("TH").named("E-2").between("KR", "TH").declaration("7700123"))))
                .containsExactly(1, 2);
    }

    @Test
    void keeps_another_countrys_departure_apart_whatever_it_cites() {
        assertThat(sizes(join(
                        export("KR").ucr("U-1"),
                        imported("TH").ucr("U-1"),
                        export("FR")
                                .named("X-1")
                                .between("FR", "TH")
                                .at("2020-01-01T00:00:00Z")
                                .ucr("U-1"))))
                .containsExactly(1, 2);
    }

    @Test
    void gives_a_report_that_cites_two_consignments_to_one_of_them_only() {
        List<Consignment> joined = join(
                export("KR").named("E-1").ucr("U-1").declaration("D-1"),
                export("KR").named("E-2").between("KR", "VN").ucr("U-2").declaration("D-2"),
                imported("TH").named("I-1").ucr("U-1").declaration("D-2"));

        assertThat(joined)
                .extracting(one -> one.events().stream()
                        .map(event -> event.event().eventId())
                        .sorted()
                        .toList())
                .containsExactlyInAnyOrder(List.of("E-1", "I-1"), List.of("E-2"));
    }

    @Test
    void keeps_imports_of_different_destinations_apart_while_no_export_is_known() {
        assertThat(sizes(join(
                        imported("TH").ucr("U-1"),
                        imported("FR").between("KR", "FR").ucr("U-1"))))
                .containsExactly(1, 1);
        assertThat(sizes(join(
                        imported("TH").ucr("U-1"),
                        imported("FR").between("KR", "FR").ucr("U-1"),
                        export("KR").ucr("U-1"))))
                .containsExactly(3);
    }

    @Test
    void follows_references_from_report_to_report() {
        assertThat(sizes(join(
                        export("KR").ucr("U-1"),
                        report(CustomsEventType.TRANSIT_ENTERED, "SG")
                                .ucr("U-1")
                                .declaration("D-1"),
                        imported("TH").declaration("D-1"))))
                .containsExactly(3);
    }

    @Test
    void joins_by_transport_document_as_strong() {
        assertThat(join(
                        export("CN").ucr("U-1").billOfLading("COSU1"),
                        report(CustomsEventType.GOODS_SEIZED, "US").billOfLading("COSU1")))
                .singleElement()
                .satisfies(one -> assertThat(one.joined()).isEqualTo(Joined.STRONG));
    }

    @Test
    void joins_three_reports_of_one_transport_document() {
        assertThat(sizes(join(
                        export("KR").ucr("U-1").billOfLading("B-1"),
                        report(CustomsEventType.TRANSIT_ENTERED, "SG").billOfLading("B-1"),
                        imported("TH").billOfLading("B-1"))))
                .containsExactly(3);
    }

    @Test
    void joins_nothing_by_a_transport_document_that_two_consignments_share() {
        assertThat(sizes(join(
                        export("KR").named("E-1").ucr("U-1").billOfLading("B-1"),
                        export("KR").named("E-2").ucr("U-2").billOfLading("B-1"),
                        imported("TH").billOfLading("B-1"))))
                .containsExactly(1, 1, 1);
    }

    @Test
    void joins_by_container_within_its_window_and_commodity_family() {
        assertThat(sizes(join(
                        export("AE")
                                .between("AE", "KE")
                                .at("2026-06-01T12:00:00+04:00")
                                .ucr("U-1")
                                .in("AEDU3309098"),
                        report(CustomsEventType.GOODS_SEIZED, "IT")
                                .between("AE", "IT")
                                .at("2026-06-29T12:00:00+02:00")
                                .in("AEDU3309098"))))
                .containsExactly(2);
    }

    @Test
    void does_not_join_by_container_after_its_window() {
        assertThat(sizes(join(
                        export("AE").at("2026-01-01T12:00:00+04:00").in("AEDU3309098"),
                        imported("KE").at("2026-07-29T12:00:00+02:00").in("AEDU3309098"))))
                .containsExactly(1, 1);
    }

    @Test
    void gives_each_journey_of_a_container_its_own_arrival() {
        List<Consignment> joined = join(
                export("KR").named("E-1").at("2026-01-01T00:00:00Z").ucr("U-1").in("KRSU5012348"),
                imported("TH").named("I-1").at("2026-01-20T00:00:00Z").in("KRSU5012348"),
                export("KR").named("E-2").at("2026-03-01T00:00:00Z").ucr("U-2").in("KRSU5012348"),
                imported("TH").named("I-2").at("2026-03-20T00:00:00Z").in("KRSU5012348"));

        assertThat(joined)
                .extracting(one -> one.events().stream()
                        .map(RecordedEvent::event)
                        .map(event -> event.eventId())
                        .sorted()
                        .toList())
                .containsExactlyInAnyOrder(List.of("E-1", "I-1"), List.of("E-2", "I-2"));
    }

    @Test
    void does_not_join_other_families_in_one_container() {
        assertThat(sizes(join(
                        export("KR").ucr("U-1").in("KRSU5012348").kg("100", "a1160"),
                        imported("TH").in("KRSU5012348").kg("100", "hcfc-22"))))
                .containsExactly(1, 1);
    }

    @Test
    void joins_an_amendment_to_the_event_that_it_corrects() {
        assertThat(sizes(join(
                        export("KR").named("E-1"),
                        report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                .named("A-1")
                                .correcting("E-1", "2026-03-05T00:00:00Z"))))
                .containsExactly(2);
    }

    @Test
    void does_not_join_an_amendment_of_another_reporter() {
        assertThat(sizes(join(
                        export("KR").named("E-1"),
                        report(CustomsEventType.DECLARATION_AMENDED, "TH")
                                .named("A-1")
                                .correcting("E-1", "2026-03-05T00:00:00Z"))))
                .containsExactly(1, 1);
    }
}
