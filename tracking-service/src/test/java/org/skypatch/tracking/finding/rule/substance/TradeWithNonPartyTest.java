package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.TestRegister;

class TradeWithNonPartyTest {

    private static Judged judged() {
        return Judged.by(new TradeWithNonParty())
                .with(TestRegister.covering("KR", "TH")
                        .party(
                                "KR",
                                "montreal",
                                "y",
                                "montreal.amendmentsToBeijing",
                                "y",
                                "montreal.kigali",
                                "y",
                                "basel",
                                "y")
                        .party("TH", "montreal", "y", "montreal.amendmentsToBeijing", "y", "basel", "y")
                        .party(
                                "US",
                                "montreal",
                                "y",
                                "montreal.amendmentsToBeijing",
                                "n",
                                "montreal.kigali",
                                "n",
                                "basel",
                                "n"));
    }

    @Test
    void finds_trade_in_hcfcs_with_a_state_that_is_not_bound_for_them() {
        assertThat(judged().on(export("KR").between("KR", "US")).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void is_content_among_parties() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_reach_back_before_the_day_of_the_group() {
        assertThat(judged().on(export("KR").between("KR", "US").at("2003-12-31T00:00:00Z"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void lets_hfcs_be_traded_with_anybody_until_2033() {
        assertThat(judged().on(export("KR").between("KR", "US").kg("1", "hfc-134a"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void finds_waste_for_a_state_outside_the_basel_convention() {
        assertThat(judged().on(export("KR").between("KR", "US").kg("1", "a1160"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void accepts_waste_under_an_agreement_of_article_11() {
        assertThat(judged().holding(new AgreementFact(
                                "a-1",
                                "Agreement",
                                List.of(CountryCode.of("KR")),
                                List.of(CountryCode.of("US")),
                                List.of(),
                                List.of("R4"),
                                null,
                                null,
                                LocalDate.parse("2000-01-01"),
                                null,
                                "Art. 11"))
                        .on(export("KR")
                                .between("KR", "US")
                                .of(Lot.of("1", "a1160").operation("R4")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_state_whose_status_is_unknown() {
        assertThat(judged().on(export("KR").between("KR", "ZW")).state()).isEqualTo(State.NOT_KNOWN);
    }
}
