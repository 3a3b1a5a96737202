package org.skypatch.tracking.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.TestRegister;

class LimitsTest {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final List<CountryCode> THAILAND_FIRST = List.of(CountryCode.of("TH"), CountryCode.of("KR"));

    private static Optional<Instant> due(TestRegister facts, int inDoubt) {
        return Limits.due(facts.register(), "receipt", THAILAND_FIRST, "basel", FRIDAY_NOON, inDoubt);
    }

    private static LimitFact workingDays(String scope, int number) {
        return new LimitFact(
                scope,
                "receipt",
                "waste-received",
                number,
                "working-days",
                "after",
                "facility",
                null,
                "none",
                LocalDate.parse("2020-01-01"),
                null,
                "test");
    }

    private static AdministrationFact working(String id, List<String> days, String... holidays) {
        return new AdministrationFact(
                AdministrationId.of(id),
                id,
                CountryCode.of("TH"),
                null,
                List.of(),
                List.of(),
                List.of(),
                days,
                List.of(holidays).stream().map(LocalDate::parse).toList(),
                "Asia/Bangkok",
                List.of());
    }

    @Test
    void goes_by_the_first_state_that_has_one() {
        assertThat(due(
                        TestRegister.nothingCovered()
                                .holding(Facts.limit("basel", "receipt", 1))
                                .holding(Facts.limit("KR", "receipt", 2))
                                .holding(Facts.limit("TH", "receipt", 3)),
                        0))
                .contains(Instant.parse("2026-03-24T00:00:00Z"));
    }

    @Test
    void goes_by_the_union_the_other_state_or_the_convention_where_it_has_none() {
        assertThat(due(
                        TestRegister.nothingCovered()
                                .union("EU", "TH", "DE")
                                .holding(Facts.limit("KR", "receipt", 2))
                                .holding(Facts.limit("EU", "receipt", 4)),
                        0))
                .contains(Instant.parse("2026-03-25T00:00:00Z"));
        assertThat(due(TestRegister.nothingCovered().holding(Facts.limit("KR", "receipt", 2)), 0))
                .contains(Instant.parse("2026-03-23T00:00:00Z"));
        assertThat(due(TestRegister.nothingCovered().holding(Facts.limit("basel", "receipt", 1)), 0))
                .contains(Instant.parse("2026-03-22T00:00:00Z"));
    }

    @Test
    void takes_no_limit_of_another_name_that_begins_with_the_same_event() {
        assertThat(due(TestRegister.nothingCovered().holding(Facts.limit("TH", "disposal", 1)), 0))
                .isEmpty();
    }

    @Test
    void counts_the_working_days_and_holidays_that_customs_has_said() {
        TestRegister facts = TestRegister.nothingCovered()
                .holding(workingDays("TH", 2))
                .holding(working("TH-ca", List.of("saturday")))
                .holding(working("TH-customs", List.of(), "2026-03-23"));

        assertThat(due(facts, 3)).contains(Instant.parse("2026-03-25T17:00:00Z"));
    }

    @Test
    void allows_for_holidays_where_nobody_has_said_them() {
        assertThat(due(TestRegister.nothingCovered().holding(workingDays("TH", 2)), 3))
                .contains(Instant.parse("2026-03-28T00:00:00Z"));
    }
}
