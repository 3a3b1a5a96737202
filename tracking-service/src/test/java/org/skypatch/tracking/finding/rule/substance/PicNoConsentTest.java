package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class PicNoConsentTest {

    private static final String LINDANE = "lindane";

    private static TestRegister register() {
        return TestRegister.covering("KR", "TH")
                .holding(TestRegister.commodity(LINDANE, "Lindane", Convention.ROTTERDAM, null));
    }

    private static Judged judged(String decision, String publishedOn) {
        return Judged.by(new PicNoConsent())
                .with(register())
                .holding(new ImportResponseFact(
                        CountryCode.of("TH"),
                        CommodityId.of(LINDANE),
                        "final",
                        decision,
                        List.of(),
                        LocalDate.parse("2020-01-01"),
                        LocalDate.parse(publishedOn),
                        null));
    }

    @Test
    void finds_a_chemical_sent_against_a_published_no_consent() {
        assertThat(judged("no-consent", "2020-06-12")
                        .on(export("KR").kg("1", LINDANE))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_consent() {
        assertThat(judged("consent", "2020-06-12")
                        .on(export("KR").kg("1", LINDANE))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_before_the_publication() {
        assertThat(judged("no-consent", "2026-06-12")
                        .on(export("KR").kg("1", LINDANE))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void knows_nothing_of_conditions() {
        assertThat(judged("consent-with-conditions", "2020-06-12")
                        .on(export("KR").kg("1", LINDANE))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_other_goods() {
        assertThat(judged("no-consent", "2020-06-12").on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
