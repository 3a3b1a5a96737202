package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class PopNotPermittedTest {

    private static Judged judged() {
        return Judged.by(new PopNotPermitted())
                .with(TestRegister.covering("KR", "TH")
                        .holding(TestRegister.listed("lindane", Convention.STOCKHOLM, "Annex A"))
                        .party("KR", "stockholm", "y")
                        .party("TH", "stockholm", "y"));
    }

    private static Reports lindane(String use) {
        return export("KR").of(Lot.of("1", "lindane").use(use));
    }

    @Test
    void finds_a_use_for_which_there_is_no_exemption() {
        assertThat(judged().on(lindane("seed treatment")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void accepts_an_exemption_of_the_importing_state() {
        assertThat(judged().holding(new ExemptionFact(
                                CountryCode.of("TH"),
                                "x-1",
                                CommodityId.of("lindane"),
                                "specific-exemption",
                                "Seed treatment",
                                LocalDate.parse("2020-01-01"),
                                LocalDate.parse("2026-12-31"),
                                null))
                        .on(lindane("seed treatment"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_it_go_to_destruction() {
        assertThat(judged().on(lindane("destruction")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_no_use_is_declared() {
        assertThat(judged().on(lindane(null)).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_other_goods() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
