package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class CodeMismatchTest {

    private static Judged judged() {
        return Judged.by(new CodeMismatch());
    }

    @Test
    void finds_cylinders_that_do_not_make_up_the_mass() {
        RuleOutcome outcome =
                judged().on(export("KR").of(Lot.of("30000", "hcfc-22").packed(2278, "cylinder", "13.6")));

        assertThat(outcome.findings()).singleElement().satisfies(found -> assertThat(
                        Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                .contains("make 30980.8 kg"));
    }

    @Test
    void is_content_when_they_make_it_up_exactly() {
        assertThat(judged().on(export("KR").of(Lot.of("30980.8", "hcfc-22").packed(2278, "cylinder", "13.6")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_a_cas_number_of_another_substance() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").cas("811-97-2")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_un_number_of_another_gas() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").un("3159")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void lets_a_generic_entry_stand_for_any() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").un("1078").hs("2903.71")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_an_hs_code_of_another_substance() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hfc-134a").hs("2903.71")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void tolerates_a_country_that_adopts_the_edition_late() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hfc-134a").hs("2903.39.10")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_judge_editions_that_the_catalogue_does_not_hold() {
        assertThat(judged().on(export("KR")
                                .at("2013-05-02T00:00:00Z")
                                .of(Lot.of("1", "hfc-134a").hs("2903.71")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void knows_nothing_of_a_commodity_without_codes() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-123").hs("2903.72")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }
}
