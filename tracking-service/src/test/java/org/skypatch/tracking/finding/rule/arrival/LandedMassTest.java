package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;

class LandedMassTest {

    private static final Sight NOMINAL = new Sight.OfCountry(CountryCode.of("TH"));

    private static final Judged SHORT = Judged.by(new ShortLanded());
    private static final Judged OVER = Judged.by(new OverLanded());

    @Test
    void finds_two_and_a_half_tonnes_missing() {
        RuleOutcome outcome =
                SHORT.on(export("KR").kg("18000", "hfc-134a"), imported("TH").kg("15500", "hfc-134a"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(found.subject()).isEqualTo("hfc-134a");
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, NOMINAL)).contains("2500 kg less", "360 kg");
        });
        assertThat(OVER.on(export("KR").kg("18000", "hfc-134a"), imported("TH").kg("15500", "hfc-134a"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void tolerates_exactly_two_percent_and_no_gram_more() {
        assertThat(SHORT.on(export("KR").kg("1000", "hcfc-22"), imported("TH").kg("980", "hcfc-22"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(SHORT.on(export("KR").kg("1000", "hcfc-22"), imported("TH").kg("979.999", "hcfc-22"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void tolerates_five_kilograms_of_a_small_consignment() {
        assertThat(SHORT.on(export("KR").kg("100", "hcfc-22"), imported("TH").kg("95", "hcfc-22"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(OVER.on(export("KR").kg("100", "hcfc-22"), imported("TH").kg("105.001", "hcfc-22"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void counts_what_was_rejected_as_found() {
        assertThat(SHORT.on(
                                export("KR").kg("1000", "hcfc-22"),
                                imported("TH").acceptedAndRejected("600", "400", "hcfc-22"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void adds_the_parts_and_waits_for_the_last() {
        assertThat(SHORT.on(
                                export("KR").kg("1000", "hcfc-22"),
                                imported("TH").partial().kg("400", "hcfc-22"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
        assertThat(SHORT.on(
                                export("KR").kg("1000", "hcfc-22"),
                                imported("TH").partial().kg("400", "hcfc-22"),
                                imported("TH")
                                        .named("E-2")
                                        .at("2026-03-20T00:00:00Z")
                                        .kg("600", "hcfc-22"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void leaves_other_goods_to_the_rule_of_other_goods() {
        assertThat(SHORT.on(export("KR").kg("1000", "hcfc-22"), imported("TH").kg("100", "hfc-134a"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_before_arrival() {
        assertThat(SHORT.on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
