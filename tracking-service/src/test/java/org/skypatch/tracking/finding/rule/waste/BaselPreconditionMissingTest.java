package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;

class BaselPreconditionMissingTest {

    private static Judged judged(String contract, boolean guaranteeRequired, StateDecision... decisions) {
        return Judged.by(new BaselPreconditionMissing())
                .holding(Facts.notification(
                        NotificationState.ACTIVE,
                        contract,
                        guaranteeRequired,
                        List.of("SG"),
                        List.of(),
                        List.of(),
                        decisions));
    }

    private static final StateDecision CONSENT = Facts.decision("SG", DecisionState.CONSENTED, "2026-02-01", null);

    private static Reports shipment() {
        return export("KR").through("SG").under("N 1", 1).kg("20000", "a1160");
    }

    @Test
    void finds_a_start_without_contract() {
        assertThat(judged(null, false, CONSENT).on(shipment()).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.subject()).isEqualTo("contract"));
    }

    @Test
    void finds_a_start_without_the_guarantee_that_is_demanded() {
        assertThat(judged("C-1", true, CONSENT).on(shipment()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_start_without_the_consent_of_a_transit_state() {
        assertThat(judged("C-1", false).on(shipment()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_start_before_that_consent() {
        assertThat(judged("C-1", false, Facts.decision("SG", DecisionState.CONSENTED, "2026-03-03", null))
                        .on(shipment())
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void accepts_a_consent_that_is_presumed() {
        assertThat(judged("C-1", false, Facts.decision("SG", DecisionState.PRESUMED, "2026-02-20", null))
                        .on(shipment())
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void is_content_when_all_is_there() {
        assertThat(judged("C-1", false, CONSENT).on(shipment()).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_notification_that_is_not_in_the_registry() {
        assertThat(Judged.by(new BaselPreconditionMissing()).on(shipment()).state())
                .isEqualTo(State.NOT_KNOWN);
    }
}
