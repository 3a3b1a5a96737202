package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class ProductUnwantedTest {

    private static Judged judged() {
        return Judged.by(new ProductUnwanted())
                .holding(Facts.prohibition(
                        "TH",
                        "unwanted",
                        "import",
                        "hcfc-22",
                        new GoodsScope(List.of(), List.of(), List.of(), List.of("precharged-equipment"), List.of()),
                        "2015-01-01"));
    }

    @Test
    void finds_equipment_that_the_party_does_not_want() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").form("precharged-equipment")))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.MEDIUM));
    }

    @Test
    void lets_the_substance_itself_pass() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").form("bulk")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_form_is_not_declared() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_other_equipment() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hfc-134a").form("precharged-equipment")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
