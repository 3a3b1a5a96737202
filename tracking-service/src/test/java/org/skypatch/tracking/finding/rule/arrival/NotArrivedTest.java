package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class NotArrivedTest {

    private static final Sight NOMINAL = new Sight.OfCountry(CountryCode.of("TH"));

    private static Judged judged() {
        return Judged.by(new NotArrived());
    }

    @Test
    void looks_again_seven_days_after_the_expected_arrival() {
        RuleOutcome outcome =
                judged().asOf("2026-03-20T23:59:59Z").on(export("KR").expectedOn("2026-03-14"));

        assertThat(outcome.state()).isEqualTo(State.NOT_YET);
        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-03-21T00:00:00Z"));
    }

    @Test
    void finds_silence_amber_from_that_very_instant_and_red_two_weeks_later() {
        RuleOutcome amber =
                judged().asOf("2026-03-21T00:00:00Z").on(export("KR").expectedOn("2026-03-14"));
        RuleOutcome red = judged().asOf("2026-04-04T00:00:00Z").on(export("KR").expectedOn("2026-03-14"));

        assertThat(amber.findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.MEDIUM));
        assertThat(amber.lookAgainAt()).isEqualTo(Instant.parse("2026-04-04T00:00:00Z"));
        assertThat(red.findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.HIGH));
        assertThat(red.lookAgainAt()).isNull();
    }

    @Test
    void waits_two_days_after_a_late_report_of_the_export() {
        RuleOutcome outcome = judged().asOf("2026-05-01T00:00:00Z")
                .on(export("KR")
                        .at("2026-03-02T00:00:00Z")
                        .expectedOn("2026-03-14")
                        .recordedAfter(Duration.ofDays(60)));

        assertThat(outcome.state()).isEqualTo(State.NOT_YET);
        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-05-03T00:00:00Z"));
    }

    @Test
    void reckons_a_usual_time_by_sea_where_no_arrival_was_declared() {
        RuleOutcome outcome =
                judged().asOf("2026-03-03T00:00:00Z").on(export("KR").at("2026-03-02T00:00:00Z"));

        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-04-23T00:00:00Z"));
    }

    @Test
    void reckons_what_was_learned_on_the_corridor_before_the_usual_time_and_after_the_declared_one() {
        TransitTime learned = new TransitTime(
                new Corridor(CountryCode.of("KR"), CountryCode.of("TH"), TransportMode.SEA),
                YearMonth.parse("2026-03"),
                Duration.ofDays(14),
                Duration.ofDays(20),
                250);
        RuleOutcome amber = judged().learned(learned)
                .asOf("2026-03-16T00:00:00Z")
                .on(export("KR").at("2026-03-02T00:00:00Z"));

        assertThat(amber.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                    .contains("nine of ten of 250 earlier consignments", "14 days");
        });
        assertThat(amber.lookAgainAt()).isEqualTo(Instant.parse("2026-03-22T00:00:00Z"));
        assertThat(judged().learned(learned)
                        .asOf("2026-03-16T00:00:00Z")
                        .on(export("KR").at("2026-02-28T00:00:00Z"))
                        .state())
                .isEqualTo(State.NOT_YET);
        assertThat(judged().learned(learned)
                        .asOf("2026-03-25T00:00:00Z")
                        .on(export("KR").at("2026-03-02T00:00:00Z").expectedOn("2026-03-20"))
                        .state())
                .isEqualTo(State.NOT_YET);
    }

    @Test
    void is_content_with_an_arrival() {
        assertThat(judged().on(export("KR"), imported("TH")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void is_content_with_a_seizure_anywhere() {
        assertThat(judged().on(export("KR"), report(CustomsEventType.GOODS_SEIZED, "IT"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void is_not_content_with_an_import_that_another_country_claims() {
        assertThat(judged().on(export("KR"), imported("FR")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void knows_nothing_where_the_destination_does_not_report() {
        assertThat(judged().with(TestRegister.covering("KR")).on(export("KR")).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void says_what_left_and_when_it_was_due() {
        RuleOutcome outcome =
                judged().on(export("KR").at("2026-03-02T00:00:00Z").expectedOn("2026-03-14"));

        assertThat(Sentences.say(outcome.findings().getFirst().sentence(), Locale.ENGLISH, NOMINAL))
                .contains("13600 kg of hcfc-22 left KR on 2026-03-02", "due in TH by 2026-03-14");
    }

    @Test
    void is_content_with_a_release_elsewhere_in_the_customs_union() {
        TestRegister union = TestRegister.covering("KR", "DE").union("EU", "BE", "DE");

        assertThat(Judged.by(new NotArrived())
                        .with(union)
                        .on(export("KR").between("KR", "DE"), imported("BE").between("KR", "DE"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
