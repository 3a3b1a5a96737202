package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;

class UnauthorisedHandlerTest {

    private static Judged judged() {
        return Judged.by(new UnauthorisedHandler())
                .holding(Facts.notification(
                        NotificationState.ACTIVE, "C-1", false, List.of(), List.of("KR-C"), List.of()))
                .holding(Facts.facility("TH", "TH-F", "R4", null));
    }

    private static Reports shipment() {
        return export("KR").under("N 1", 1).of(Lot.of("20000", "a1160").operation("R4"));
    }

    @Test
    void finds_a_carrier_that_was_not_notified() {
        assertThat(judged().on(shipment().naming(Part.CARRIER, "KR-D", "Another"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.element()).isEqualTo(TradeElement.TRANSPORT));
    }

    @Test
    void is_content_with_the_notified_carrier() {
        assertThat(judged().on(shipment().naming(Part.CARRIER, "KR-C", "Carrier"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_a_facility_not_authorised_for_the_operation() {
        assertThat(judged().on(export("KR")
                                .under("N 1", 1)
                                .of(Lot.of("1", "a1160").operation("D1"))
                                .naming(Part.FACILITY, "TH-F", "Smelter"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_an_authorised_facility() {
        assertThat(judged().on(shipment().naming(Part.FACILITY, "TH-F", "Smelter"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_facility_that_is_not_in_the_register() {
        assertThat(judged().on(shipment().naming(Part.FACILITY, "TH-Z", "Another"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_goods_that_are_no_waste() {
        assertThat(judged().on(export("KR").naming(Part.CARRIER, "KR-D", "Another"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
