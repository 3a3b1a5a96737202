package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.authority.DatedUnions;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.licence.LicenceAnswer.Known;
import org.skypatch.registry.licence.LicenceAnswer.Reason;

class LicenceComparisonTest {

    private static final String DAY = "2026-06-01";
    private static final Unions UNIONS = new DatedUnions(List.of(new TerritoryFact(
            "EU",
            "customs-union",
            "European Union",
            List.of(CountryCode.of("NL"), CountryCode.of("DE")),
            null,
            List.of(Convention.MONTREAL),
            LocalDate.parse("2021-01-01"),
            null,
            "TFEU, Article 28")));

    @Test
    void holds_when_everything_shown_is_as_the_licence_says() {
        Known answer = compare(
                SomeLicence.anImport().through("THLCH").build(), shown("TH-01", "hcfc-22", "20000", DAY, "THLCH"));

        assertThat(answer.outcome()).isEqualTo("holds");
        assertThat(answer.reasons()).isEmpty();
    }

    @Test
    void takes_the_agent_for_the_holder() {
        assertThat(compare(SomeLicence.anImport().agent("TH-77").build(), shown("TH-77", null, null, DAY, null))
                        .outcome())
                .isEqualTo("holds");
    }

    @ParameterizedTest
    @CsvSource({
        "TH-02, hcfc-22,  20000,    2026-06-01, THLCH, other-holder",
        "TH-01, hfc-134a, 20000,    2026-06-01, THLCH, other-commodity",
        "TH-01, hcfc-22,  20000.01, 2026-06-01, THLCH, amount",
        "TH-01, hcfc-22,  20000,    2025-12-31, THLCH, not-yet-valid",
        "TH-01, hcfc-22,  20000,    2027-01-01, THLCH, expired",
        "TH-01, hcfc-22,  20000,    2026-06-01, THBKK, other-ports",
    })
    void names_what_does_not_fit(
            String holder, String commodity, String massKg, String on, String port, String reason) {
        Known answer =
                compare(SomeLicence.anImport().through("THLCH").build(), shown(holder, commodity, massKg, on, port));

        assertThat(answer.outcome()).isEqualTo("fails");
        assertThat(answer.reasons()).extracting(found -> found.code().label()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2026-12-31"})
    void holds_on_the_first_and_on_the_last_day(String on) {
        assertThat(compare(SomeLicence.anImport().build(), shown(null, null, null, on, null))
                        .outcome())
                .isEqualTo("holds");
    }

    @ParameterizedTest
    @CsvSource({"APPLIED, not-issued", "REFUSED, refused", "SUSPENDED, suspended", "REVOKED, revoked"})
    void says_in_which_state_it_does_not_hold(LicenceState state, String reason) {
        Known answer = compare(SomeLicence.anImport().in(state).build(), shown(null, null, null, DAY, null));

        assertThat(answer.reasons()).extracting(found -> found.code().label()).containsExactly(reason);
    }

    @Test
    void names_everything_that_does_not_fit_at_once() {
        Known answer = compare(
                SomeLicence.anImport()
                        .in(LicenceState.SUSPENDED)
                        .through("THLCH")
                        .build(),
                shown("TH-02", "hfc-134a", "99999", "2030-01-01", "THBKK"));

        assertThat(answer.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        CheckReason.SUSPENDED,
                        CheckReason.EXPIRED,
                        CheckReason.OTHER_HOLDER,
                        CheckReason.OTHER_COMMODITY,
                        CheckReason.OTHER_PORTS,
                        CheckReason.AMOUNT);
    }

    @Test
    void says_what_it_could_not_compare() {
        CitedLicence cited = new CitedLicence(
                "n",
                null,
                null,
                null,
                null,
                null,
                null,
                "refrigeration",
                "virgin",
                null,
                LocalDate.parse(DAY),
                null,
                null,
                null,
                List.of());

        Known answer = compare(SomeLicence.anImport().build(), cited);

        assertThat(answer.outcome()).isEqualTo("holds");
        assertThat(answer.notCompared()).containsExactly("condition");
    }

    @Test
    void lets_the_union_stand_for_its_member_and_for_no_other() {
        LicenceFact unions = SomeLicence.anImport().into("EU").build();

        assertThat(compare(unions, route("KR", "NL")).outcome()).isEqualTo("holds");
        assertThat(compare(unions, route("KR", "GB")).reasons())
                .extracting(Reason::code)
                .containsExactly(CheckReason.OTHER_COUNTRIES);
        assertThat(compare(unions, route("JP", "NL")).reasons())
                .extracting(Reason::code)
                .containsExactly(CheckReason.OTHER_COUNTRIES);
    }

    @Test
    void shows_what_tracking_says_is_left_without_calling_the_licence_wrong() {
        LicenceFact licence = SomeLicence.anImport().build();

        Known some = compare(licence, shown(null, null, "5000", DAY, null), left("5000"));
        Known less = compare(licence, shown(null, null, "5000.1", DAY, null), left("5000"));
        Known none = compare(licence, shown(null, null, null, DAY, null), left("0"));

        assertThat(List.of(some.outcome(), less.outcome(), none.outcome()))
                .containsExactly("holds", "used-up", "used-up");
        assertThat(less.reasons().getFirst().licenceSays()).isEqualTo("5000 left at 2026-05-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // 60,000 kg of HCFC-22 are 3.3 ODP-tonnes and 108,600 CO2-equivalent tonnes
        "odp,  3.3,    60000,    , ''",
        "odp,  3.2999, 60000,    , amount",
        "co2e, 108600, 60000,    , ''",
        "co2e, 108600, 60000.01, , amount",
        "unit, 40,     ,       40, ''",
        "unit, 40,     ,       41, amount",
    })
    void compares_in_the_unit_in_which_the_licence_grants(
            String unit, String granted, @Nullable String massKg, @Nullable Long units, String reason) {
        Known answer =
                compare(SomeLicence.anImport().granting(unit, granted).build(), amount("hcfc-22", massKg, units));

        assertThat(answer.reasons().stream().map(found -> found.code().label()))
                .containsExactlyElementsOf(reason.isEmpty() ? List.of() : List.of(reason));
        assertThat(answer.notCompared()).isEmpty();
    }

    @Test
    void shows_both_the_mass_and_what_it_was_converted_into() {
        Known answer = compare(SomeLicence.anImport().granting("odp", "1.1").build(), amount("hcfc-22", "60000", null));

        assertThat(answer.reasons().getFirst().licenceSays()).isEqualTo("1.1 ODP-t");
        assertThat(answer.reasons().getFirst().shown()).isEqualTo("60000 kg, 3.3 ODP-t");
    }

    @Test
    void leaves_unknown_what_cannot_be_converted() {
        LicenceFact licence = SomeLicence.anImport().granting("co2e", "1").build();

        Known noFigure = compare(licence, amount("unknown-gwp", "60000", null));
        Known pieces = compare(licence, amount("hcfc-22", null, 4L));
        Known massOfPieces =
                compare(SomeLicence.anImport().granting("unit", "4").build(), amount("hcfc-22", "1", null));

        assertThat(noFigure.reasons()).extracting(Reason::code).containsExactly(CheckReason.OTHER_COMMODITY);
        assertThat(noFigure.notCompared()).containsExactly("massKg");
        assertThat(pieces.notCompared()).containsExactly("units");
        assertThat(massOfPieces.outcome()).isEqualTo("holds");
        assertThat(massOfPieces.notCompared()).containsExactly("massKg");
    }

    @Test
    void holds_what_is_left_against_what_is_shown_in_the_same_unit() {
        LicenceFact licence = SomeLicence.anImport().granting("odp", "3.3").build();
        Amounts some = new Amounts(null, new BigDecimal("1.1"), null, null);
        Amounts nothing = new Amounts(null, BigDecimal.ZERO, null, null);
        Optional<LicenceBalance> left =
                Optional.of(new LicenceBalance(Instant.parse("2026-05-01T00:00:00Z"), some, nothing, nothing, some));

        assertThat(compare(licence, amount("hcfc-22", "20000", null), left).outcome())
                .isEqualTo("holds");
        assertThat(compare(licence, amount("hcfc-22", "20001", null), left).outcome())
                .isEqualTo("used-up");
    }

    private static CitedLicence amount(String commodity, @Nullable String massKg, @Nullable Long units) {
        return new CitedLicence(
                "n",
                null,
                null,
                null,
                CommodityId.of(commodity),
                massKg == null ? null : Mass.ofKilograms(massKg),
                units,
                null,
                null,
                null,
                LocalDate.parse(DAY),
                null,
                null,
                null,
                List.of());
    }

    @Test
    void takes_a_single_use_licence_as_used_up_by_the_first_movement() {
        LicenceFact licence = SomeLicence.anImport().usedOnce().build();

        assertThat(compare(licence, shown(null, null, "1", DAY, null), left("19000"))
                        .outcome())
                .isEqualTo("used-up");
        assertThat(compare(licence, shown(null, null, "1", DAY, null), left("20000"))
                        .outcome())
                .isEqualTo("holds");
    }

    private static Optional<LicenceBalance> left(String kg) {
        BigDecimal left = new BigDecimal(kg);
        return Optional.of(new LicenceBalance(
                Instant.parse("2026-05-01T00:00:00Z"),
                amount(new BigDecimal("20000")),
                amount(new BigDecimal("20000").subtract(left)),
                amount(BigDecimal.ZERO),
                amount(left)));
    }

    private static Amounts amount(BigDecimal kg) {
        return new Amounts(kg, null, null, null);
    }

    private static Known compare(LicenceFact licence, CitedLicence cited) {
        return compare(licence, cited, Optional.empty());
    }

    private static Known compare(LicenceFact licence, CitedLicence cited, Optional<LicenceBalance> balance) {
        return new LicenceComparison(cited, licence, balance, UNIONS, LicenceComparisonTest::commodity).answer();
    }

    /** A commodity with the figures of the Montreal Protocol; one of an unknown GWP. */
    private static Optional<CommodityFact> commodity(CommodityId id) {
        return Optional.of(new CommodityFact(
                id,
                id.value(),
                "substance",
                Set.of(Convention.MONTREAL),
                Set.of(),
                List.of(),
                new BigDecimal("0.055"),
                id.value().equals("hcfc-22") ? new BigDecimal("1810") : null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
    }

    private static CitedLicence shown(
            @Nullable String holder,
            @Nullable String commodity,
            @Nullable String massKg,
            String on,
            @Nullable String port) {
        return new CitedLicence(
                "n",
                null,
                holder == null ? null : TraderId.of(holder),
                null,
                commodity == null ? null : CommodityId.of(commodity),
                massKg == null ? null : Mass.ofKilograms(massKg),
                null,
                null,
                null,
                null,
                LocalDate.parse(on),
                port == null ? null : LocationCode.of(port),
                null,
                null,
                List.of());
    }

    private static CitedLicence route(String from, String to) {
        return new CitedLicence(
                "n",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse(DAY),
                null,
                CountryCode.of(from),
                CountryCode.of(to),
                List.of());
    }
}
