package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class LicenceNearMissTest {

    private static final Sight KOREAN = new Sight.OfCountry(CountryCode.of("KR"));
    private static final Sight SINGAPOREAN = new Sight.OfCountry(CountryCode.of("SG"));

    private static Judged judged() {
        return Judged.by(new LicenceNearMiss()).withLicence("TH", "TH-HCFC-2026-00017");
    }

    @Test
    void finds_a_number_whose_last_digit_was_changed() {
        RuleOutcome outcome = judged().on(export("KR").citing("TH/TH-HCFC-2026-00018"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, KOREAN))
                    .contains("TH/TH-HCFC-2026-00017", "1 character");
        });
    }

    @Test
    void tells_the_genuine_number_to_the_countries_that_it_names_and_to_nobody_else() {
        RuleOutcome outcome = judged().on(export("KR").through("SG").citing("TH/TH-HCFC-2026-00018"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            for (Sight reader : List.of(SINGAPOREAN, new Sight.NonNominal(), new Sight.OfRegion("Asia/Pacific"))) {
                assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, reader))
                        .doesNotContain("00017");
                assertThat(found.expected().readBy(reader)).isEqualTo("***");
            }
            assertThat(found.expected().readBy(KOREAN)).isEqualTo("TH/TH-HCFC-2026-00017");
        });
    }

    @Test
    void leaves_a_number_three_characters_away_to_licence_unknown() {
        Reports cites = export("KR").citing("TH/TH-HCFC-2026-00999");

        assertThat(judged().on(cites).state()).isEqualTo(State.NOT_CONCERNED);
        assertThat(Judged.by(new LicenceUnknown())
                        .withLicence("TH", "TH-HCFC-2026-00017")
                        .on(cites)
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_the_only_finding_on_a_bad_citation() {
        assertThat(Judged.by(new LicenceUnknown())
                        .withLicence("TH", "TH-HCFC-2026-00017")
                        .on(export("KR").citing("TH/TH-HCFC-2026-00018"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void leaves_a_licence_of_others_for_other_goods_alone() {
        assertThat(judged().on(export("KR")
                                .citing("TH/TH-HCFC-2026-00018")
                                .to("TH-2")
                                .kg("100", "hfc-134a"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void finds_a_licence_of_the_same_holder_for_other_goods() {
        assertThat(judged().on(export("KR")
                                .citing("TH/TH-HCFC-2026-00018")
                                .to("TH-1")
                                .kg("100", "hfc-134a"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void reads_letters_and_digits_alike_before_it_counts() {
        assertThat(judged().on(export("KR").citing("TH/TH-HCFC-2O26-OOO17")).state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_register_is_not_complete() {
        assertThat(judged().with(TestRegister.covering("KR"))
                        .withLicence("TH", "TH-HCFC-2026-00017")
                        .on(export("KR").citing("TH/TH-HCFC-2026-00018"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void clears_when_the_cited_number_is_entered() {
        assertThat(judged().withLicence("TH", "TH-HCFC-2026-00018")
                        .on(export("KR").citing("TH/TH-HCFC-2026-00018"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
