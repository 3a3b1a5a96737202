package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class TakeBackOverdueTest {

    private static LimitFact limit(String scope, String id, int days) {
        return new LimitFact(
                scope,
                id,
                "informed",
                days,
                "calendar-days",
                "after",
                "state-of-export",
                "duty",
                "none",
                LocalDate.parse("1992-05-05"),
                null,
                "Basel Convention");
    }

    private static TestRegister law() {
        return TestRegister.covering("KR", "TH")
                .holding(limit("basel", "take-back", 90))
                .holding(limit("basel", "illegal-take-back", 30))
                .holding(limit("basel", "illegal-disposal", 30));
    }

    private static Illegality conduct(String conduct, String exportInformed, String importAware, String agreed) {
        return new Illegality(conduct, time(exportInformed), time(importAware), time(exportInformed), agreed);
    }

    private static OffsetDateTime time(String day) {
        return day == null ? null : OffsetDateTime.parse(day + "T10:00:00Z");
    }

    private static Reports out() {
        return export("KR").kg("20000", "a1160");
    }

    private static Reports refused(Illegality illegality) {
        return report(CustomsEventType.IMPORT_REFUSED, "TH")
                .named("E-2")
                .at("2026-03-20T00:00:00Z")
                .illegal(illegality)
                .kg("20000", "a1160");
    }

    private static RuleOutcome on(String asOf, TestRegister law, Reports... reports) {
        return Judged.by(new TakeBackOverdue()).with(law).asOf(asOf).on(reports);
    }

    @Test
    void opens_with_the_holder_and_the_clock_and_is_a_breach_after_thirty_days() {
        Illegality exporter = conduct("exporter-generator", "2026-04-01", null, null);

        RuleOutcome open = on("2026-04-02T00:00:00Z", law(), out(), refused(exporter));
        assertThat(open.findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(RuleKind.INDICATOR);
            assertThat(found.severity()).isEqualTo(Severity.LOW);
            assertThat(found.subject()).isEqualTo("Art. 9(2)");
            assertThat(found.expected().value()).isEqualTo("2026-05-01");
        });
        assertThat(open.lookAgainAt()).isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));

        assertThat(on("2026-05-02T00:00:00Z", law(), out(), refused(exporter)).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isNull();
                    assertThat(found.severity()).isEqualTo(Severity.HIGH);
                });
    }

    @Test
    void ends_with_the_return() {
        assertThat(on(
                                "2026-12-31T00:00:00Z",
                                law(),
                                out(),
                                refused(conduct("exporter-generator", "2026-04-01", null, null)),
                                report(CustomsEventType.GOODS_RETURNED, "KR")
                                        .named("E-3")
                                        .kg("20000", "a1160"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void puts_the_duty_on_the_state_of_import_where_its_disposer_is_to_blame() {
        assertThat(on(
                                "2026-12-31T00:00:00Z",
                                law(),
                                out(),
                                refused(conduct("importer-disposer", null, "2026-04-01", null)))
                        .findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.subject()).isEqualTo("Art. 9(3)");
                    assertThat(found.sentence().arguments().getFirst().value()).isEqualTo("TH");
                });
    }

    @Test
    void reckons_ninety_days_where_consented_waste_cannot_be_completed() {
        assertThat(on("2026-06-30T23:59:59Z", law(), out(), refused(conduct(null, "2026-04-01", null, null)))
                        .findings()
                        .getFirst()
                        .severity())
                .isEqualTo(Severity.LOW);
        assertThat(on("2026-07-01T00:00:00Z", law(), out(), refused(conduct(null, "2026-04-01", null, null)))
                        .findings()
                        .getFirst()
                        .severity())
                .isEqualTo(Severity.HIGH);
    }

    @Test
    void lets_an_agreed_period_or_a_states_own_limit_override() {
        assertThat(on(
                                "2026-05-15T00:00:00Z",
                                law(),
                                out(),
                                refused(conduct("exporter-generator", "2026-04-01", null, "P60D")))
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(on(
                                "2026-04-02T00:00:00Z",
                                law().holding(limit("KR", "illegal-take-back", 10)),
                                out(),
                                refused(conduct("exporter-generator", "2026-04-01", null, null)))
                        .lookAgainAt())
                .isEqualTo(Instant.parse("2026-04-12T00:00:00Z"));
    }

    @Test
    void knows_nothing_without_a_number_or_without_the_law() {
        assertThat(on(
                                "2026-12-31T00:00:00Z",
                                law(),
                                out(),
                                refused(conduct("not-assignable", "2026-04-01", null, null)))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
        assertThat(on(
                                "2026-12-31T00:00:00Z",
                                TestRegister.covering("KR", "TH"),
                                out(),
                                refused(conduct("exporter-generator", "2026-04-01", null, null)))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
        assertThat(on("2026-12-31T00:00:00Z", law(), export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
