package org.skypatch.tracking.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.CountryCode;

class TransitTimeTest {

    private static final Corridor SEA = new Corridor(CountryCode.of("KR"), CountryCode.of("TH"), TransportMode.SEA);

    private static TransitTime of(int journeys) {
        return TransitTime.of(
                SEA,
                YearMonth.parse("2026-03"),
                IntStream.rangeClosed(1, journeys).mapToObj(Duration::ofDays).toList());
    }

    @Test
    void takes_the_time_that_so_many_did_not_exceed() {
        assertThat(of(100).p90()).isEqualTo(Duration.ofDays(90));
        assertThat(of(100).p99()).isEqualTo(Duration.ofDays(99));
        assertThat(of(101).p90()).isEqualTo(Duration.ofDays(91));
        assertThat(TransitTime.percentile(List.of(Duration.ofDays(3)), 90)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void speaks_of_later_departures_only_and_of_enough_journeys() {
        assertThat(of(100).speaksOf(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(of(100).speaksOf(Instant.parse("2026-02-28T23:59:59Z"))).isFalse();
        assertThat(of(99).speaksOf(Instant.parse("2026-03-01T00:00:00Z"))).isFalse();
    }
}
