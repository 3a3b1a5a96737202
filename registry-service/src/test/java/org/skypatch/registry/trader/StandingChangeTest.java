package org.skypatch.registry.trader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class StandingChangeTest {

    enum Standing {
        GOOD,
        SUSPENDED,
        WITHDRAWN;

        private String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Property(tries = 1000)
    void changes_only_as_the_table_says(@ForAll @Size(max = 12) List<Standing> wishes) {
        TraderFact now = trader(null);
        for (Standing wish : wishes) {
            String before = now.standing() == null ? "good" : now.standing();
            Decision<TraderFact> decision = StandingChange.change(Optional.of(now), wish.label());
            if (decision instanceof Decision.Become<TraderFact>(TraderFact next)) {
                assertThat(next.standing()).isEqualTo(wish.label());
                assertThat(before.equals(wish.label())
                                || StandingChange.allowedFrom(before).contains(wish.label()))
                        .isTrue();
                now = next;
            } else {
                assertThat(before).isEqualTo("withdrawn");
                assertThat(wish).isEqualTo(Standing.SUSPENDED);
            }
        }
    }

    @Test
    void keeps_the_standing_of_a_trader_that_is_put_anew() {
        TraderFact suspended = trader("suspended");

        assertThat(StandingChange.put(Optional.of(suspended), trader(null)))
                .isEqualTo(new Decision.Become<>(suspended));
        assertThat(StandingChange.put(Optional.of(suspended), trader("good")))
                .isInstanceOfSatisfying(Decision.Refuse.class, refuse -> assertThat(refuse.refusal())
                        .isInstanceOf(Refusal.FixedField.class));
        assertThat(StandingChange.put(Optional.empty(), suspended)).isEqualTo(new Decision.Become<>(suspended));
        assertThat(StandingChange.change(Optional.empty(), "good"))
                .isEqualTo(new Decision.Refuse<>(new Refusal.Missing()));
    }

    private static TraderFact trader(@Nullable String standing) {
        return new TraderFact(
                CountryCode.of("TH"), TraderId.of("T-1"), "Siam Cool", List.of(), List.of(), null, List.of(), standing);
    }
}
