package org.skypatch.registry.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.trade.CountryCode;

class UnionsTest {

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
        assertThat(Unions.of(CountryCode.of(country), on))
                .isEqualTo(isMember ? Optional.of(CountryCode.of("EU")) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"NL, EU, true", "EU, NL, true", "NL, NL, true", "NL, DE, false", "CH, EU, false"})
    void lets_the_union_stand_for_a_member_and_no_member_for_another(String one, String other, boolean areOne) {
        assertThat(Unions.areOne(CountryCode.of(one), CountryCode.of(other), LocalDate.parse("2026-01-01")))
                .isEqualTo(areOne);
    }
}
