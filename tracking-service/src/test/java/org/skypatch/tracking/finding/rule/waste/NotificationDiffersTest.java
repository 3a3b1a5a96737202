package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;

class NotificationDiffersTest {

    private static Judged judged() {
        return Judged.by(new NotificationDiffers())
                .holding(Facts.notification(
                        NotificationState.ACTIVE, "C-1", false, List.of(), List.of(), List.of("KRPUS", "THLCH")));
    }

    private static Reports shipment(Lot lot) {
        return export("KR").under("N 1", 1).of(lot);
    }

    private static Lot batteries() {
        return Lot.of("20000", "a1160").waste("A1160", "Y31").operation("R4");
    }

    @Test
    void finds_other_waste_than_notified() {
        assertThat(judged().on(shipment(Lot.of("20000", "y46").waste("Y46").operation("R4")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_another_operation_than_notified() {
        assertThat(judged().on(shipment(batteries().operation("D1"))).state()).isEqualTo(State.FINDING);
    }

    @Test
    void finds_another_disposer_than_notified() {
        assertThat(judged().on(shipment(batteries()).naming(Part.FACILITY, "TH-G", "Another"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_another_office_than_notified() {
        assertThat(judged().on(shipment(batteries()).over("KRINC", "THLCH")).state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_when_one_code_of_several_is_notified() {
        assertThat(judged().on(shipment(batteries()).over("KRPUS", "THLCH").naming(Part.FACILITY, "TH-F", "Smelter"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_notification_that_is_not_in_the_registry() {
        assertThat(Judged.by(new NotificationDiffers())
                        .on(shipment(batteries()))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_where_none_is_cited() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
