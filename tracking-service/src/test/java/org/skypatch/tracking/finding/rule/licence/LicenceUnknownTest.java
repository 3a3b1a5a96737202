package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class LicenceUnknownTest {

    private static final Sight NOMINAL = new Sight.OfCountry(CountryCode.of("TH"));

    private static Judged judged() {
        return Judged.by(new LicenceUnknown());
    }

    @Test
    void finds_a_number_that_is_not_in_a_complete_register() {
        RuleOutcome outcome = judged().on(export("KR").citing("TH/TH-HCFC-2026-00099"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, NOMINAL)).contains("TH/TH-HCFC-2026-00099");
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                    .doesNotContain("00099");
        });
    }

    @Test
    void is_content_with_a_registered_number_however_it_is_written() {
        assertThat(judged().withLicence("TH", "TH-HCFC-2026-00017")
                        .on(export("KR").citing("TH/th-hcfc-2026-OOO17 "))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void waits_a_minute_for_the_registry() {
        RuleOutcome outcome = judged().asOf("2026-03-02T00:30:30Z")
                .on(export("KR")
                        .at("2026-03-02T00:00:00Z")
                        .recordedAfter(Duration.ofMinutes(30))
                        .citing("TH/X-1"));

        assertThat(outcome.lookAgainAt()).isEqualTo(Instant.parse("2026-03-02T00:31:00Z"));
    }

    @Test
    void knows_nothing_where_the_register_is_not_shared_as_complete() {
        assertThat(judged().with(TestRegister.covering("KR"))
                        .on(export("KR").citing("TH/X-1"))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_where_nothing_is_cited() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void does_not_judge_what_an_outsider_cites() {
        assertThat(judged().on(export("KR"), imported("FR").citing("TH/X-1")).state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
