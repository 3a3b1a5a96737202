package org.skypatch.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.CountryCode;

class CallerTest {

    private static Sight sight(@Nullable String country, @Nullable String region, Role... roles) {
        CountryCode of = country == null ? null : CountryCode.of(country);
        return new Caller(AdministrationId.of("XX-any"), of, region, Set.of(roles), Set.of()).sight();
    }

    @Test
    void sees_its_own_country_in_full() {
        assertThat(sight("TH", null, Role.OFFICER)).isEqualTo(new Sight.OfCountry(CountryCode.of("TH")));
        assertThat(sight("TH", null, Role.OFFICER).isNominal()).isTrue();
    }

    @Test
    void sees_a_region_non_nominally_as_its_analyst_only() {
        assertThat(sight(null, "Asia/Pacific", Role.ANALYST)).isEqualTo(new Sight.OfRegion("Asia/Pacific"));
        assertThat(sight(null, "Asia/Pacific", Role.ANALYST).isNominal()).isFalse();
        assertThat(sight(null, "Asia/Pacific", Role.OFFICER)).isEqualTo(new Sight.Nothing());
    }

    @Test
    void sees_everything_non_nominally_as_operator_or_admin() {
        assertThat(sight(null, null, Role.OPERATOR)).isEqualTo(new Sight.NonNominal());
        assertThat(sight(null, null, Role.ADMIN)).isEqualTo(new Sight.NonNominal());
        assertThat(new Sight.NonNominal().isNominal()).isFalse();
        assertThat(new Sight.InFull().isNominal()).isTrue();
    }

    @Test
    void sees_no_more_than_its_country_even_as_operator() {
        assertThat(sight("TH", null, Role.OPERATOR)).isEqualTo(new Sight.OfCountry(CountryCode.of("TH")));
    }

    @Test
    void sees_nothing_without_country_region_or_office() {
        assertThat(sight(null, null, Role.OFFICER, Role.REPORTER)).isEqualTo(new Sight.Nothing());
    }
}
