package org.skypatch.tracking.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-03-20T12:00:00Z");

    @Test
    void skips_the_weekend_and_ends_with_the_last_day() {
        assertThat(WorkingDays.USUAL.after(FRIDAY_NOON, 3)).isEqualTo(Instant.parse("2026-03-26T00:00:00Z"));
    }

    @Test
    void skips_holidays_and_reckons_where_the_administration_is() {
        WorkingDays bangkok =
                new WorkingDays(Set.of(), Set.of(LocalDate.parse("2026-03-24")), ZoneId.of("Asia/Bangkok"));
        assertThat(bangkok.after(FRIDAY_NOON, 3)).isEqualTo(Instant.parse("2026-03-26T17:00:00Z"));
    }
}
