package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.Decision;

class LicenceClockTest {

    private final LicenceClock clock = new LicenceClock();

    @Test
    void is_up_when_the_last_day_is_over_where_the_licence_was_issued() {
        List<RunningClock> clocks = clock.clocks("TH/1", SomeLicence.anImport().build(), new InBangkok());

        assertThat(clocks).extracting(RunningClock::dueAt).containsExactly(Instant.parse("2026-12-31T17:00:00Z"));
        assertThat(clocks.getFirst().duty()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = LicenceState.class, mode = EnumSource.Mode.EXCLUDE, names = "ISSUED")
    void runs_on_issued_licences_alone(LicenceState state) {
        assertThat(clock.clocks("TH/1", SomeLicence.anImport().in(state).build(), new InBangkok()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LicenceState.class)
    void expires_what_is_issued_and_leaves_the_rest(LicenceState state) {
        LicenceFact licence = SomeLicence.anImport().in(state).build();
        RunningClock up = clock.clocks("TH/1", SomeLicence.anImport().build(), new InBangkok())
                .getFirst();

        Decision<LicenceFact> decision = clock.fired(licence, up, up.dueAt());

        if (state == LicenceState.ISSUED) {
            assertThat(decision).isEqualTo(new Decision.Become<>(licence.in(LicenceState.EXPIRED)));
        } else {
            assertThat(decision).isInstanceOf(Decision.Refuse.class);
        }
    }

    /** The calendar of Thailand's one administration. */
    private static final class InBangkok implements Limits {

        private static final AdministrationId NOU = AdministrationId.of("TH-nou");
        private static final AdministrationFact BANGKOK = new AdministrationFact(
                NOU,
                "National Ozone Unit",
                CountryCode.of("TH"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "Asia/Bangkok",
                List.of());

        @Override
        public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
            return Optional.empty();
        }

        @Override
        public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
            throw new AssertionError("a licence's end is no limit of law");
        }

        @Override
        public Optional<AdministrationId> administration(Addressee duty) {
            return CountryCode.of("TH").equals(duty.country()) ? Optional.of(NOU) : Optional.empty();
        }

        @Override
        public DueDates calendar(@Nullable AdministrationId administration) {
            assertThat(administration).isEqualTo(NOU);
            return DueDates.of(BANGKOK);
        }
    }
}
