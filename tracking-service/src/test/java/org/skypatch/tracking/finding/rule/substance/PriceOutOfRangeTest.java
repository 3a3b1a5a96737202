package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;

class PriceOutOfRangeTest {

    /** From 2 to 4 dollars a kilogram. */
    private static UsualPrice usual(String month, int sample) {
        return UsualPrice.of(
                new Trade(CountryCode.of("KR"), CountryCode.of("TH"), CommodityId.of("hcfc-22"), "USD"),
                YearMonth.parse(month),
                IntStream.range(0, sample)
                        .mapToObj(i -> new BigDecimal(i % 2 == 0 ? "2" : "4"))
                        .toList());
    }

    private static Judged judged() {
        return Judged.by(new PriceOutOfRange()).learned(usual("2026-03", 100));
    }

    private static Reports worth(String amount, String currency) {
        return export("KR").of(Lot.of("1000", "hcfc-22").worth(amount, currency));
    }

    @Test
    void finds_goods_for_less_than_half_or_more_than_twice_the_usual() {
        assertThat(judged().on(worth("999", "USD")).findings()).singleElement().satisfies(found -> assertThat(
                        Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                .isEqualTo(
                        "hcfc-22 from KR to TH is valued at 1.00 USD a kilogram; nine of ten of 100 earlier consignments"
                                + " cost 2.00-4.00 USD."));
        assertThat(judged().on(worth("8001", "USD")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void is_content_up_to_there() {
        assertThat(judged().on(worth("1000", "usd")).state()).isEqualTo(State.HOLDS);
        assertThat(judged().on(worth("8000", "USD")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_know_by_fewer_than_a_hundred_or_by_what_was_learned_later() {
        Judged few = Judged.by(new PriceOutOfRange()).learned(usual("2026-03", 99));
        Judged late = Judged.by(new PriceOutOfRange()).learned(usual("2026-04", 100));
        assertThat(few.on(worth("1", "USD")).state()).isEqualTo(State.NOT_KNOWN);
        assertThat(late.on(worth("1", "USD")).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void goes_by_the_last_snapshot_before_departure() {
        Judged judged = Judged.by(new PriceOutOfRange())
                .learned(
                        usual("2026-03", 100),
                        new UsualPrice(
                                usual("2026-02", 1).trade(),
                                YearMonth.parse("2026-02"),
                                BigDecimal.ONE,
                                BigDecimal.TEN,
                                500));
        assertThat(judged.on(worth("900", "USD")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void does_not_know_in_another_currency_and_says_nothing_of_equipment_or_without_value() {
        assertThat(judged().on(worth("1", "KRW")).state()).isEqualTo(State.NOT_KNOWN);
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1000", "hcfc-22").worth("1", "USD").form("product")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_value_is_amended() {
        assertThat(judged().on(
                                worth("1", "USD"),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("E-2")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .of(Lot.of("1000", "hcfc-22").worth("3000", "USD")))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
