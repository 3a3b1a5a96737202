package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class ConsentMissingTest {

    private static Judged judged() {
        return Judged.by(new ConsentMissing())
                .with(TestRegister.covering("KR", "TH")
                        .demanding("TH", "import-licence", "import", "hcfc-22", "2020-01-01")
                        .demanding("TH", "notification", "import", "a1160", "2020-01-01"));
    }

    @Test
    void finds_that_a_demanded_licence_is_not_cited() {
        assertThat(judged().on(export("KR")).findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.HIGH));
    }

    @Test
    void finds_hazardous_waste_without_notification_critical() {
        assertThat(judged().on(export("KR").kg("20000", "a1160")).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void is_content_with_a_licence_of_that_state_even_an_unknown_one() {
        assertThat(judged().on(export("KR").citing("TH/X-1")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void is_not_content_with_another_states_licence() {
        assertThat(judged().on(export("KR").citing("KR/X-1")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void clears_when_the_other_border_cites_it() {
        assertThat(judged().on(export("KR"), imported("TH").citing("TH/X-1")).state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void applies_the_law_of_the_day_of_departure() {
        assertThat(judged().on(export("KR").at("2019-12-31T00:00:00Z")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void has_nothing_to_say_where_nothing_is_demanded() {
        assertThat(judged().on(export("KR").kg("1", "hfc-134a")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void finds_hazardous_waste_that_started_before_the_consent_of_the_importing_state() {
        Reports shipment = export("KR").under("N 1", 1).kg("20000", "a1160");

        assertThat(consent("2026-03-03").on(shipment).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.CRITICAL));
        assertThat(consent("2026-03-02").on(shipment).state()).isEqualTo(State.HOLDS);
    }

    private static Judged consent(String on) {
        return Judged.by(new ConsentMissing())
                .with(TestRegister.covering("KR", "TH").demanding("TH", "consent", "import", "a1160", "2020-01-01"))
                .holding(Facts.notification(Facts.decision("TH", DecisionState.CONSENTED, on, null)));
    }
}
