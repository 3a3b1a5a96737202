package org.skypatch.contracts.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"TH", "KR", "EU", "GB"})
    void knows_an_assigned_country(String code) {
        assertThat(CountryCode.of(code)).hasToString(code);
        assertThat(CountryCode.parse(code)).contains(CountryCode.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "UK", "XX", "THA", "", " TH"})
    void refuses_a_country_that_is_not_assigned(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> CountryCode.of(code));
        assertThat(CountryCode.parse(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TH-HCFC-2026-00017", "HCFC/2026/17", "ทธ. 17/2569", "No 4 b", "%2F"})
    void keeps_a_licence_number_as_typed(String number) {
        LicenceNumber licence = LicenceNumber.parse("TH/" + number);

        assertThat(licence).isEqualTo(new LicenceNumber(CountryCode.of("TH"), number));
        assertThat(licence).hasToString("TH/" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TH", "XX/1", "TH/", "TH/  "})
    void refuses_a_licence_without_issuer_or_number(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> LicenceNumber.parse(written));
    }

    @Test
    void refuses_an_endless_licence_number() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LicenceNumber(CountryCode.EU, "1".repeat(201)));
    }

    @Test
    void writes_a_container_in_upper_case_without_blanks() {
        assertThat(ContainerNumber.of("krsu 501234 8")).hasToString("KRSU5012348");
    }

    @Test
    void folds_a_commodity_to_lower_case() {
        assertThat(CommodityId.of(" HCFC-22 ")).isEqualTo(CommodityId.of("hcfc-22"));
        assertThatIllegalArgumentException().isThrownBy(() -> CommodityId.of("R 22"));
    }

    @Test
    void compares_customs_codes_by_their_digits() {
        assertThat(HsCode.of("2903.71").digits()).isEqualTo(HsCode.of("290371").digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refuses_blank_codes(String blank) {
        assertThatIllegalArgumentException().isThrownBy(() -> CasNumber.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> HsCode.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> LocationCode.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> TraderId.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> UnNumber.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> WasteCode.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> ContainerNumber.of(blank));
    }
}
