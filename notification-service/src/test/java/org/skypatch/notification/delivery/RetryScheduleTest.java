package org.skypatch.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(new Random(7));

    private static Duration whole(RandomGenerator chance) {
        RetrySchedule schedule = new RetrySchedule(chance);
        return IntStream.range(1, RetrySchedule.TRIES)
                .mapToObj(tries -> schedule.pauseAfter(tries, null).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tries_ten_times_over_at_least_72_hours(long seed) {
        assertThat(RetrySchedule.TRIES).isEqualTo(10);
        assertThat(whole(new Random(seed))).isBetween(Duration.ofHours(72), Duration.ofHours(92));
        assertThat(schedule.pauseAfter(10, null)).isEmpty();
        assertThat(schedule.pauseAfter(10, Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void scatters_what_failed_together() {
        assertThat(whole(new Random(1))).isNotEqualTo(whole(new Random(2)));
    }

    @Test
    void waits_as_long_as_it_is_asked_to_but_no_less_than_usual_and_no_more_than_a_day() {
        assertThat(schedule.pauseAfter(1, Duration.ofMinutes(10)).orElseThrow())
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(schedule.pauseAfter(3, Duration.ofSeconds(1)).orElseThrow())
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(36));
        assertThat(schedule.pauseAfter(1, Duration.ofDays(4_000)).orElseThrow())
                .isBetween(Duration.ofHours(24), Duration.ofHours(25));
    }
}
