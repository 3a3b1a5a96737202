package org.skypatch.registry.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;

class UnionsTest {

    private final Unions unions = new DatedUnions(List.of(
            territory("EU", "customs-union", "2013-07-01", "2020-12-31", "NL", "HR", "GB"),
            territory("EU", "customs-union", "2021-01-01", null, "NL", "HR"),
            territory("southern-union", "customs-union", "2000-01-01", null, "ZA", "NL"),
            territory("AW", "territory", "2000-01-01", null, "NL")));

    @ParameterizedTest
    @CsvSource({
        "NL, 2014-10-20, true",
        "HR, 2013-06-30, false",
        "HR, 2013-07-01, true",
        "GB, 2020-12-31, true",
        "GB, 2021-01-01, false",
        "CH, 2026-01-01, false",
        "EU, 2026-01-01, false",
    })
    void knows_its_members_by_date(String country, LocalDate on, boolean isMember) {
        assertThat(unions.of(CountryCode.of(country), on).contains("EU")).isEqualTo(isMember);
    }

    @ParameterizedTest
    @CsvSource({"NL, EU, true", "EU, NL, true", "NL, NL, true", "NL, HR, false", "CH, EU, false", "AW, NL, false"})
    void lets_the_union_stand_for_a_member_and_no_member_for_another(String one, String other, boolean areOne) {
        assertThat(unions.areOne(CountryCode.of(one), CountryCode.of(other), LocalDate.parse("2026-01-01")))
                .isEqualTo(areOne);
    }

    @Test
    void stands_for_a_country_only_under_a_name_that_is_written_like_one() {
        LocalDate today = LocalDate.parse("2026-01-01");

        assertThat(unions.of(CountryCode.of("NL"), today)).containsExactly("EU", "southern-union");
        assertThat(unions.standingFor(CountryCode.of("NL"), today)).contains(CountryCode.of("EU"));
        assertThat(unions.standingFor(CountryCode.of("ZA"), today)).isEmpty();
    }

    private static TerritoryFact territory(
            String code, String kind, String from, @Nullable String until, String... members) {
        return new TerritoryFact(
                code,
                kind,
                code,
                Arrays.stream(members).map(CountryCode::of).toList(),
                null,
                List.of(),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "test");
    }
}
