package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;

class ContainerInTwoPlacesTest {

    private static Judged judged() {
        return Judged.by(new ContainerInTwoPlaces());
    }

    private static Reports exported() {
        return export("KR").through("SG").in("C-1", "C-2");
    }

    private static Reports entered() {
        return report(CustomsEventType.TRANSIT_ENTERED, "SG")
                .named("T-1")
                .through("SG")
                .at("2026-03-05T00:00:00Z")
                .in("C-1");
    }

    private static Reports left() {
        return report(CustomsEventType.TRANSIT_LEFT, "SG")
                .named("T-2")
                .through("SG")
                .at("2026-03-12T00:00:00Z")
                .in("C-1");
    }

    private static Reports arrived(String at, String container) {
        return imported("TH").named("I-1").at(at).in(container);
    }

    @Test
    void finds_a_container_that_is_imported_while_it_is_in_transit_elsewhere() {
        assertThat(judged().on(exported(), entered(), left(), arrived("2026-03-08T00:00:00Z", "C-1"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.subject()).isEqualTo("C-1"));
    }

    @Test
    void allows_for_clocks_that_differ_by_a_day() {
        assertThat(judged().on(exported(), entered(), left(), arrived("2026-03-11T00:00:00Z", "C-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_another_box_of_the_consignment_arrive_earlier() {
        assertThat(judged().on(exported(), entered(), left(), arrived("2026-03-08T00:00:00Z", "C-2"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void has_nothing_to_say_without_an_exit() {
        assertThat(judged().on(exported(), entered(), arrived("2026-03-08T00:00:00Z", "C-1"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_exit_is_amended() {
        assertThat(judged().on(
                                exported(),
                                entered(),
                                left(),
                                arrived("2026-03-08T00:00:00Z", "C-1"),
                                report(CustomsEventType.DECLARATION_AMENDED, "SG")
                                        .named("T-3")
                                        .through("SG")
                                        .correcting("T-2", "2026-03-13T00:00:00Z")
                                        .at("2026-03-06T00:00:00Z")
                                        .in("C-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
