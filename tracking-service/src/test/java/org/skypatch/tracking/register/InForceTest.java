package org.skypatch.tracking.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

class InForceTest {

    private static final CountryCode THAILAND = CountryCode.of("TH");

    private static ExemptionFact exemption(String purpose, String from, String until) {
        return new ExemptionFact(
                THAILAND,
                "x-1",
                CommodityId.of("lindane"),
                "specific-exemption",
                purpose,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                null);
    }

    private static InForce<CountryCode, ExemptionFact> law(ExemptionFact... versions) {
        return new InForce<>(
                List.of(new Versions<>(Stream.of(versions)
                        .map(fact -> new Dated<>(Instant.EPOCH, AdministrationId.of("TH-nou"), fact))
                        .toList())),
                ExemptionFact::country,
                ExemptionFact::from,
                ExemptionFact::until);
    }

    private static List<String> on(String day, InForce<CountryCode, ExemptionFact> law) {
        return law.on(LocalDate.parse(day), THAILAND)
                .map(ExemptionFact::purpose)
                .toList();
    }

    @Test
    void counts_from_its_first_to_its_last_day() {
        var law = law(exemption("a", "2020-01-01", "2020-12-31"));

        assertThat(on("2019-12-31", law)).isEmpty();
        assertThat(on("2020-01-01", law)).containsExactly("a");
        assertThat(on("2020-12-31", law)).containsExactly("a");
        assertThat(on("2021-01-01", law)).isEmpty();
    }

    @Test
    void leaves_the_days_before_a_later_version_as_they_were() {
        var law = law(exemption("a", "2020-01-01", null), exemption("b", "2024-01-01", null));

        assertThat(on("2023-12-31", law)).containsExactly("a");
        assertThat(on("2024-01-01", law)).containsExactly("b");
    }

    @Test
    void puts_a_version_that_begins_as_early_in_the_place_of_the_one_before() {
        var law = law(exemption("a", "2020-01-01", null), exemption("b", "2020-01-01", "2022-12-31"));

        assertThat(on("2021-06-01", law)).containsExactly("b");
        assertThat(on("2023-01-01", law)).isEmpty();
    }

    @Test
    void is_found_by_whose_it_is() {
        assertThat(law(exemption("a", "2020-01-01", null)).on(LocalDate.parse("2021-01-01"), CountryCode.of("KR")))
                .isEmpty();
    }
}
