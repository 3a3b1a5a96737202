package org.skypatch.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.DueDates;

class PackagedLawTest {

    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void holds_the_limits_of_policy_and_of_the_conventions() {
        assertThat(limit("policy", "ipic-answer", "2026-06-01")).isEqualTo("5 working-days");
        assertThat(limit("policy", "ipic-reminder", "2026-06-01")).isEqualTo("3 working-days");
        assertThat(limit("policy", "ipic-escalation", "2026-06-01")).isEqualTo("7 working-days");
        assertThat(limit("basel", "transit-silence", "2026-06-01")).isEqualTo("60 calendar-days");
        assertThat(limit("basel", "take-back", "2026-06-01")).isEqualTo("90 calendar-days");
        assertThat(limit("basel", "illegal-take-back", "2026-06-01")).isEqualTo("30 calendar-days");
        assertThat(limit("rotterdam", "export-notification-acknowledgement", "2026-06-01"))
                .isEqualTo("30 calendar-days");
        assertThat(limit("CA", "receipt", "2026-06-01")).isEqualTo("3 working-days");
    }

    @Test
    void changes_the_law_of_the_union_on_the_21st_of_may_2026() {
        assertThat(limit("EU", "receipt", "2026-05-20")).isEqualTo("3 calendar-days");
        assertThat(limit("EU", "receipt", "2026-05-21")).isEqualTo("2 working-days");
        assertThat(limit("EU", "announcement", "2026-05-20")).isEqualTo("3 working-days");
        assertThat(limit("EU", "announcement", "2026-05-21")).isEqualTo("2 working-days");
        assertThat(limit("EU", "disposal", "2026-05-21")).isEqualTo("1 years");
    }

    @Test
    void can_count_every_limit_and_names_its_source() {
        DueDates dates = DueDates.of(null);

        assertThat(PackagedLaw.limits()).allSatisfy(limit -> {
            assertThat(dates.due(limit, START)).isNotEqualTo(START);
            assertThat(limit.source()).isNotBlank();
            assertThat(Set.of("after", "before")).contains(limit.direction());
        });
        assertThat(PackagedLaw.limits())
                .extracting(limit -> limit.scope() + "/" + limit.id() + "/" + limit.from())
                .doesNotHaveDuplicates();
    }

    @Test
    void knows_the_members_of_the_union_of_the_day_without_gap_or_overlap() {
        assertThat(members("2013-06-30")).hasSize(27).doesNotContain(CountryCode.of("HR"));
        assertThat(members("2013-07-01")).hasSize(28).contains(CountryCode.of("HR"), CountryCode.of("GB"));
        assertThat(members("2020-12-31")).hasSize(28);
        assertThat(members("2021-01-01")).hasSize(27).doesNotContain(CountryCode.of("GB"));
        Map<String, LocalDate> ended = new HashMap<>();
        PackagedLaw.territories().stream()
                .sorted(Comparator.comparing(TerritoryFact::from))
                .forEach(edition -> {
                    LocalDate last = ended.get(edition.code());
                    if (last != null) {
                        assertThat(edition.from()).isEqualTo(last.plusDays(1));
                    }
                    ended.put(edition.code(), edition.until());
                });
    }

    @Test
    void says_who_represents_a_territory() {
        assertThat(PackagedLaw.territories())
                .filteredOn(territory -> territory.code().equals("HK"))
                .singleElement()
                .satisfies(territory -> assertThat(territory.representedBy()).isEqualTo(CountryCode.of("CN")));
        assertThat(PackagedLaw.territories())
                .filteredOn(territory -> territory.kind().equals("territory"))
                .allSatisfy(territory -> {
                    assertThat(territory.representedBy()).isNotNull();
                    assertThat(CountryCode.parse(territory.code())).isPresent();
                });
    }

    private static String limit(String scope, String id, String on) {
        LimitFact limit = PackagedLaw.limits().stream()
                .filter(known -> known.scope().equals(scope) && known.id().equals(id))
                .filter(known -> isInForce(known.from(), known.until(), LocalDate.parse(on)))
                .reduce((one, other) -> {
                    throw new AssertionError("two limits in force: " + one + other);
                })
                .orElseThrow();
        return limit.number() + " " + limit.unit();
    }

    private static List<CountryCode> members(String on) {
        return PackagedLaw.territories().stream()
                .filter(union -> union.code().equals("EU"))
                .filter(union -> isInForce(union.from(), union.until(), LocalDate.parse(on)))
                .findFirst()
                .orElseThrow()
                .members();
    }

    private static boolean isInForce(LocalDate from, @Nullable LocalDate until, LocalDate on) {
        return !on.isBefore(from) && (until == null || !on.isAfter(until));
    }
}
