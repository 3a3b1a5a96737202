package org.skypatch.tracking.finding.rule.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Judged;

class WatchlistHitTest {

    private static Judged watching(String kind, String value, String until, String... sharedWith) {
        return Judged.by(new WatchlistHit())
                .holding(new WatchlistFact(
                        CountryCode.of("TH"),
                        "w-1",
                        kind,
                        value,
                        "seized before",
                        until == null ? null : LocalDate.parse(until),
                        Stream.of(sharedWith).map(CountryCode::of).toList()));
    }

    @Test
    void finds_a_trader_by_a_name_that_is_nearly_the_same_and_tells_the_owner_alone() {
        assertThat(watching("trader", "Siam Cool Trading Co., Ltd.", null)
                        .on(export("KR").naming(Part.IMPORTER, "TH-2", "SIAM COOL TRADING CO LTD"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.onlyFor()).containsExactly(CountryCode.of("TH")));
    }

    @Test
    void tells_those_with_whom_the_entry_is_shared_if_they_see_the_movement() {
        assertThat(watching("trader", "TH-2", null, "KR", "FR")
                        .on(export("KR").to("TH-2"))
                        .findings())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.onlyFor()).containsExactly(CountryCode.of("KR"), CountryCode.of("TH")));
    }

    @Test
    void finds_a_container() {
        assertThat(watching("container", "CSQU 305438 3", null)
                        .on(export("KR").in("CSQU3054383"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_a_vessel() {
        assertThat(watching("vessel", "IMO 9074729", null)
                        .on(export("KR").aboard("9074729"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void leaves_another_name_alone() {
        assertThat(watching("trader", "Siam Cool Trading", null)
                        .on(export("KR").naming(Part.IMPORTER, "TH-2", "Padma Cooling Traders"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void leaves_movements_alone_that_the_owner_does_not_see() {
        assertThat(watching("trader", "FR-2", null)
                        .on(export("KR").between("KR", "FR").to("FR-2"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_entry_has_ended() {
        assertThat(watching("trader", "TH-2", "2026-03-01")
                        .on(export("KR").to("TH-2"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
