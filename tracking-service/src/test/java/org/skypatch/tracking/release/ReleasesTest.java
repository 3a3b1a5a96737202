package org.skypatch.tracking.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.Joined;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;

class ReleasesTest {

    private static final RecordedEvent OUT = export("KR").named("released").recorded();

    private final Movement movement = MovementFolding.fold(new Consignment(List.of(OUT), Joined.DECISIVE, Set.of()))
            .getFirst();

    private static Release says(String party, String to, int ordinal, Extent extent) {
        return new Release(
                OUT.id(),
                CountryCode.of(party),
                to,
                ordinal,
                extent,
                AdministrationId.of(party + "-nou"),
                Instant.parse("2026-05-01T00:00:00Z"),
                "asked");
    }

    @Test
    void counts_the_last_word_of_a_party_in_whatever_order_it_came() {
        Release first = says("KR", "FR", 1, Extent.WHOLE);
        Release second = says("KR", "FR", 2, Extent.NON_NOMINAL);
        Release third = says("KR", "FR", 3, Extent.NOTHING);
        assertThat(Releases.of(movement, List.of(second, first))).isEqualTo(Map.of("FR", Extent.NON_NOMINAL));
        assertThat(Releases.of(movement, List.of(third, first, second))).isEmpty();
    }

    @Test
    void counts_the_most_that_one_of_several_parties_lets_see() {
        assertThat(Releases.of(
                        movement,
                        List.of(
                                says("KR", "FR", 1, Extent.NON_NOMINAL),
                                says("TH", "FR", 1, Extent.WHOLE),
                                says("TH", "region:Europe", 1, Extent.NON_NOMINAL))))
                .isEqualTo(Map.of("FR", Extent.WHOLE, "region:Europe", Extent.NON_NOMINAL));
    }

    @Test
    void counts_nothing_of_a_country_that_the_movement_does_not_concern_or_on_an_event_of_another() {
        assertThat(Releases.of(movement, List.of(says("SG", "FR", 1, Extent.WHOLE))))
                .isEmpty();
        RecordedEvent other = export("KR").named("another").recorded();
        Movement another = MovementFolding.fold(new Consignment(List.of(other), Joined.DECISIVE, Set.of()))
                .getFirst();
        assertThat(Releases.of(another, List.of(says("KR", "FR", 1, Extent.WHOLE))))
                .isEmpty();
    }
}
