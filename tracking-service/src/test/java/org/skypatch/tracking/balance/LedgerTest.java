package org.skypatch.tracking.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.trade.CountryCode;

class LedgerTest {

    private static final Account ACCOUNT = new Account("licence:TH/L-1");
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private static Grant granting(String kg, boolean isSingleUse) {
        Amounts limits = new Amounts(new BigDecimal(kg), null, null, null);
        return new Grant(ACCOUNT, limits, limits, isSingleUse, Set.of(CountryCode.of("TH")));
    }

    private static Draw draw(int name, String day, String kg) {
        UUID id = new UUID(0, name);
        return new Draw(
                ACCOUNT,
                id,
                id,
                Instant.parse(day + "T00:00:00Z"),
                Amount.NOTHING,
                new Amount(new BigDecimal(kg), BigDecimal.ZERO, BigDecimal.ZERO, 0));
    }

    @Test
    void flags_the_movement_through_which_the_grant_is_exceeded_and_every_later_one() {
        List<Draw> draws =
                List.of(draw(3, "2026-03-03", "10"), draw(1, "2026-03-01", "60"), draw(2, "2026-03-02", "41"));

        assertThat(Ledger.beyond(granting("100", false), draws))
                .extracting(standing -> standing.draw().movement().getLeastSignificantBits())
                .containsExactly(2L, 3L);
        assertThat(Ledger.beyond(granting("101", false), draws)).singleElement().satisfies(standing -> assertThat(
                        standing.excess())
                .contains(new Grant.Excess("kg", new BigDecimal("101"), new BigDecimal("111"))));
        assertThat(Ledger.beyond(granting("111", false), draws)).isEmpty();
    }

    @Test
    void orders_equal_departures_by_event() {
        List<Draw> draws = List.of(draw(2, "2026-03-01", "60"), draw(1, "2026-03-01", "60"));

        assertThat(Ledger.beyond(granting("100", false), draws))
                .extracting(standing -> standing.draw().event().getLeastSignificantBits())
                .containsExactly(2L);
    }

    @Test
    void flags_the_second_and_later_movements_on_a_grant_for_one() {
        List<Draw> draws = List.of(draw(1, "2026-03-01", "1"), draw(2, "2026-03-02", "1"), draw(3, "2026-03-03", "1"));

        assertThat(Ledger.beyond(granting("100", true), draws))
                .allSatisfy(standing -> assertThat(standing.isReuse()).isTrue())
                .extracting(Standing::ordinal)
                .containsExactly(2L, 3L);
    }

    @Test
    void tells_what_is_left_below_zero_if_need_be_under_a_rising_revision() {
        Ledger opened = Ledger.opened(granting("100", false));
        Ledger next = opened.replacing(null, draw(1, "2026-03-01", "160")).revisedSince(opened);
        BalanceChanged told = next.toldAt(NOW);

        assertThat(told.revision()).isEqualTo(1);
        assertThat(told.left().kg()).isEqualByComparingTo("-60");
        assertThat(told.pending().kg()).isEqualByComparingTo("160");
        assertThat(told.pending().odpTonnes()).isNull();
        assertThat(next.isExceeded()).isTrue();
        assertThat(next.revisedSince(next)).isSameAs(next);
        assertThat(next.toldAt(NOW.plusSeconds(1)).id()).isEqualTo(told.id());
    }

    @Test
    void ends_where_it_began_when_a_draw_is_reversed() {
        Ledger opened = Ledger.opened(granting("100", true));
        Draw draw = draw(1, "2026-03-01", "60.5");

        assertThat(opened.replacing(null, draw).replacing(draw, null)).isEqualTo(opened);
    }
}
