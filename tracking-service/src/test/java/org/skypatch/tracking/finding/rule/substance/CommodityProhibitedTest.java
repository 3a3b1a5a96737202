package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.TestRegister;

class CommodityProhibitedTest {

    private static final GoodsScope VIRGIN_BULK =
            new GoodsScope(List.of(), List.of("feedstock"), List.of("virgin"), List.of("bulk"), List.of());

    private static Judged judged(GoodsScope scope) {
        return Judged.by(new CommodityProhibited())
                .holding(Facts.prohibition("TH", "ban", "import", "hcfc-22", scope, "2026-01-01"));
    }

    private static Lot lot() {
        return Lot.of("100", "hcfc-22").condition("virgin").form("bulk").use("refrigeration");
    }

    @Test
    void finds_goods_that_the_destination_has_banned() {
        assertThat(judged(null).on(export("KR")).findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                    .contains("Act of the State");
        });
    }

    @Test
    void finds_goods_of_the_use_condition_and_form_that_is_meant() {
        assertThat(judged(VIRGIN_BULK).on(export("KR").of(lot())).state()).isEqualTo(State.FINDING);
    }

    @Test
    void lets_an_exempt_use_pass() {
        assertThat(judged(VIRGIN_BULK)
                        .on(export("KR").of(lot().use("feedstock")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void lets_recovered_goods_pass() {
        assertThat(judged(VIRGIN_BULK)
                        .on(export("KR").of(lot().condition("recovered")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void takes_the_heading_of_the_substance_for_bulk() {
        assertThat(judged(VIRGIN_BULK)
                        .on(export("KR")
                                .of(Lot.of("1", "hcfc-22").condition("virgin").hs("2903.71")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void knows_nothing_where_the_condition_is_not_stated() {
        assertThat(judged(VIRGIN_BULK)
                        .on(export("KR").of(Lot.of("1", "hcfc-22").form("bulk").condition("not-stated")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void applies_the_law_of_the_day_of_departure() {
        assertThat(judged(null).on(export("KR").at("2025-12-31T00:00:00Z")).state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void leaves_a_ban_on_certain_packages_to_another_rule() {
        assertThat(judged(new GoodsScope(List.of(), List.of(), List.of(), List.of(), List.of("non-refillable")))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void does_not_apply_inside_a_union_without_trade() {
        TestRegister union = TestRegister.covering("DE", "FR")
                .union("EU", "DE", "FR")
                .holding(Facts.prohibition("FR", "ban", "import", "hcfc-22", null, "2020-01-01"));

        assertThat(Judged.by(new CommodityProhibited())
                        .with(union)
                        .on(export("DE").between("DE", "FR"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_goods_are_amended() {
        assertThat(judged(null)
                        .on(
                                export("KR"),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("A-1")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .kg("100", "hfc-134a"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    private static Judged underTheTreaty(String since, String bound) {
        TestRegister register = TestRegister.covering("KR", "TH")
                .party("TH", "montreal.amendmentsToBeijing", bound, "montreal.nothingSince.C-I", since);
        return Judged.by(new CommodityProhibited()).with(register);
    }

    @Test
    void finds_what_the_treaty_allows_nothing_of() {
        assertThat(underTheTreaty("2026", "y").on(export("KR").of(lot())).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.HIGH);
                    assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                            .isEqualTo(
                                    "TH may not import hcfc-22 since 2026: the schedule of the Montreal Protocol allows"
                                            + " it 0 % of its baseline.");
                });
    }

    @Test
    void waits_for_the_year_of_the_step_and_for_a_party_that_is_bound() {
        assertThat(underTheTreaty("2027", "y").on(export("KR").of(lot())).findings())
                .isEmpty();
        assertThat(underTheTreaty("2026", "n").on(export("KR").of(lot())).findings())
                .isEmpty();
        assertThat(underTheTreaty("2026", "unknown").on(export("KR").of(lot())).findings())
                .isEmpty();
    }

    @Test
    void lets_exempt_uses_and_recovered_goods_pass_the_treaty() {
        assertThat(underTheTreaty("2026", "y")
                        .on(export("KR").of(lot().use("feedstock")))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(underTheTreaty("2026", "y")
                        .on(export("KR").of(lot().condition("reclaimed")))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_know_under_the_treaty_where_the_condition_is_not_stated() {
        assertThat(underTheTreaty("2026", "y")
                        .on(export("KR").of(lot().condition("not-stated")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void names_the_ban_of_the_state_alone_where_both_forbid() {
        assertThat(underTheTreaty("2026", "y")
                        .holding(Facts.prohibition("TH", "ban", "import", "hcfc-22", null, "2026-01-01"))
                        .on(export("KR").of(lot()))
                        .findings())
                .extracting(found -> found.severity())
                .containsExactly(Severity.CRITICAL);
    }
}
