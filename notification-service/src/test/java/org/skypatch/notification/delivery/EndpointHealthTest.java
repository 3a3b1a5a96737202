package org.skypatch.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Outcome FAILED = new Outcome.Failed(500, "the endpoint answers 500", null);

    private static EndpointHealth failing(int times) {
        EndpointHealth health = EndpointHealth.GOOD;
        for (int i = 0; i < times; i++) {
            health = health.after(FAILED, NOW);
        }
        return health;
    }

    @Test
    void leaves_an_endpoint_in_peace_after_five_failures_and_for_longer_each_time() {
        assertThat(failing(4).pausedUntil()).isEqualTo(NOW);
        assertThat(failing(5).pausedUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThat(failing(6).pausedUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(failing(100).pausedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void forgets_all_failures_with_one_good_answer() {
        assertThat(failing(9).after(new Outcome.Taken(200), NOW)).isEqualTo(EndpointHealth.GOOD);
    }

    @Test
    void leaves_an_endpoint_in_peace_that_asks_for_it() {
        Outcome busy = new Outcome.Failed(429, "the endpoint answers 429", Duration.ofMinutes(3));

        assertThat(EndpointHealth.GOOD.after(busy, NOW).pausedUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void disables_what_is_gone_and_what_has_failed_for_120_hours_on_end() {
        EndpointHealth failing = failing(1);

        assertThat(EndpointHealth.GOOD.after(new Outcome.Gone(), NOW).disabledBecause())
                .isEqualTo(EndpointHealth.IS_GONE);
        assertThat(failing.after(FAILED, NOW.plus(Duration.ofHours(119))).disabledBecause())
                .isNull();
        assertThat(failing.after(FAILED, NOW.plus(Duration.ofHours(120))).disabledBecause())
                .isEqualTo(EndpointHealth.FAILED_TOO_LONG);
        assertThat(failing.after(new Outcome.Taken(204), NOW.plus(Duration.ofHours(60)))
                        .after(FAILED, NOW.plus(Duration.ofHours(121)))
                        .disabledBecause())
                .isNull();
    }
}
