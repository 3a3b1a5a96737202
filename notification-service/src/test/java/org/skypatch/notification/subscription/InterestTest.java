package org.skypatch.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;

class InterestTest {

    private static final CountryCode THAILAND = CountryCode.of("TH");
    private static final CountryCode CHINA = CountryCode.of("CN");

    private static Interest interest(Set<CountryCode> countries, Set<MovementRole> roles, Set<String> groups) {
        return new Interest(countries, roles, Set.of(), groups, Set.of(), Set.of(), Severity.LOW, false);
    }

    @Test
    void means_any_place_if_it_names_neither_country_nor_role() {
        assertThat(Interest.usual(true).places(THAILAND)).isEmpty();
    }

    @Test
    void means_the_roles_of_the_countries_it_names() {
        assertThat(interest(Set.of(CHINA), Set.of(MovementRole.DISPATCH), Set.of())
                        .places(THAILAND))
                .containsExactly("dispatch:CN");
        assertThat(interest(Set.of(CHINA), Set.of(), Set.of()).places(THAILAND))
                .containsExactly("destination:CN", "dispatch:CN", "origin:CN", "transit:CN");
    }

    @Test
    void means_the_subscribers_own_roles_if_it_names_no_country() {
        assertThat(interest(Set.of(), Set.of(MovementRole.TRANSIT), Set.of()).places(THAILAND))
                .containsExactly("transit:TH");
    }

    @Test
    void takes_a_whole_group_for_its_parts() {
        assertThat(interest(Set.of(), Set.of(), Set.of("F", "C-I")).wholeGroups())
                .containsExactly("C-I", "F", "F-I", "F-II", "F-III");
        assertThatThrownBy(() -> interest(Set.of(), Set.of(), Set.of("G")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
