package org.skypatch.tracking.finding.rule.trader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;

class TraderMismatchTest {

    private static Judged judged(LicenceKind kind, String agent) {
        return Judged.by(new TraderMismatch())
                .holding(Facts.licence(
                        "TH",
                        "L-1",
                        kind,
                        LicenceState.ISSUED,
                        "TH-1",
                        agent,
                        "2026-01-01",
                        "2026-12-31",
                        null,
                        null,
                        null));
    }

    @Test
    void finds_a_licence_used_by_somebody_else() {
        assertThat(judged(LicenceKind.IMPORT, null)
                        .on(export("KR").citing("TH/L-1").to("TH-2"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.HIGH));
    }

    @Test
    void is_content_with_the_holder() {
        assertThat(judged(LicenceKind.IMPORT, null)
                        .on(export("KR").citing("TH/L-1").to("TH-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void accepts_an_agent_that_the_licence_names() {
        assertThat(judged(LicenceKind.IMPORT, "TH-2")
                        .on(export("KR").citing("TH/L-1").to("TH-2"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void compares_an_export_licence_with_the_exporter() {
        assertThat(judged(LicenceKind.EXPORT, null)
                        .on(export("KR").citing("TH/L-1").from("TH-1").to("TH-9"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_an_exporter_whom_the_notification_does_not_name() {
        assertThat(Judged.by(new TraderMismatch())
                        .holding(Facts.notification())
                        .on(export("KR").under("N 1", 1).kg("1", "a1160").from("KR-Y"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void knows_nothing_of_a_trader_without_id() {
        assertThat(judged(LicenceKind.IMPORT, null)
                        .on(export("KR").citing("TH/L-1"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void clears_when_the_declaration_is_amended() {
        assertThat(judged(LicenceKind.IMPORT, null)
                        .on(
                                export("KR").citing("TH/L-1").to("TH-2"),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("A-1")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .citing("TH/L-1")
                                        .to("TH-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
