package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.licence.LicenceAnswer.NearMiss;

class NearMissesTest {

    @ParameterizedTest
    @CsvSource({
        "14-MP000123, 14-MP000128, true",
        "14-MP000123, 14-MP00012,  true",
        "14-MP000123, 14-MP000132, true",
        "14-MP000123, 14-MP000123, false",
        "14-MP000123, 14-MP000999, false",
        "12,          13,          false",
        "A1234,       A1299,       true",
    })
    void is_close_by_one_or_two_characters_of_many(String one, String other, boolean isClose) {
        assertThat(NearMisses.isClose(one, other)).isEqualTo(isClose);
        assertThat(NearMisses.isClose(other, one)).isEqualTo(isClose);
    }

    @Test
    void offers_only_what_has_something_else_in_common() {
        Licences.Sought sought = sought(
                "14-MP000128",
                SomeLicence.anImport().number("14-MP000123").build(),
                SomeLicence.anImport().number("14-MP000120").heldBy("TH-02").build());

        assertThat(NearMisses.of(cited("TH-01", null), sought))
                .extracting(miss -> miss.licence().number())
                .containsExactly("14-MP000123");
        assertThat(NearMisses.of(cited("TH-03", null), sought)).isEmpty();
        assertThat(NearMisses.of(cited("TH-03", "hcfc-22"), sought)).hasSize(2);
    }

    @Test
    void puts_the_likeliest_first_and_says_why() {
        Licences.Sought sought = sought(
                "14-MP000128",
                SomeLicence.anImport().number("14-MP000111").build(),
                SomeLicence.anImport().number("14-MP000129").heldBy("TH-02").build(),
                SomeLicence.anImport().number("14-MP000123").build());

        List<NearMiss> misses = NearMisses.of(cited("TH-01", "hcfc-22"), sought);

        assertThat(misses)
                .extracting(miss -> miss.licence().number())
                .containsExactly("14-MP000123", "14-MP000129", "14-MP000111");
        assertThat(misses).extracting(NearMiss::distance).containsExactly(1, 1, 2);
        assertThat(misses.getFirst().because()).containsExactly("holder", "commodity");
    }

    @Test
    void offers_the_same_number_of_another_issuer() {
        Licences.Sought sought = sought(
                "14-MP000123", SomeLicence.anImport().number("14-MP000123").build());

        List<NearMiss> misses = NearMisses.of(cited(null, null), sought);

        assertThat(misses).hasSize(1);
        assertThat(misses.getFirst().because()).containsExactly("number");
    }

    @Test
    void offers_a_handful_at_most() {
        LicenceFact[] many = Stream.iterate(100, i -> i < 130, i -> i + 1)
                .map(i -> SomeLicence.anImport().number("14-MP000" + i).build())
                .toArray(LicenceFact[]::new);

        assertThat(NearMisses.of(cited("TH-01", null), sought("14-MP000199", many)))
                .hasSize(5);
    }

    private static Licences.Sought sought(String folded, LicenceFact... found) {
        return new Licences.Sought(
                folded,
                Stream.of(found)
                        .map(licence -> new Licences.Found(licence, licence.number()))
                        .toList());
    }

    private static CitedLicence cited(@Nullable String holder, @Nullable String commodity) {
        return new CitedLicence(
                "n",
                null,
                holder == null ? null : TraderId.of(holder),
                null,
                commodity == null ? null : CommodityId.of(commodity),
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse("2026-06-01"),
                null,
                null,
                null,
                List.of());
    }
}
