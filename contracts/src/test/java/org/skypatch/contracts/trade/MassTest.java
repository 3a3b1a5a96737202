package org.skypatch.contracts.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.sample.Samples;

class MassTest {

    @ParameterizedTest
    @CsvSource({
        "13.6, 13.6",
        "13.60, 13.6",
        "0, 0",
        "0.000, 0",
        "1000, 1000",
        "999999999999.999999, 999999999999.999999"
    })
    void is_written_as_a_plain_decimal(String typed, String written) {
        assertThat(Mass.ofKilograms(typed)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.000001",
                "1e3",
                "1,000",
                "",
                " ",
                "NaN",
                "0x10",
                "1.",
                ".5",
                "1.0000001",
                "1000000000000",
                "١٢"
            })
    void refuses_what_is_no_mass(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mass.ofKilograms(typed));
    }

    @Test
    void is_equal_however_it_was_written() {
        assertThat(Mass.ofKilograms("1000")).isEqualTo(new Mass(new BigDecimal("1E+3")));
        assertThat(Mass.ofKilograms("1000")).hasSameHashCodeAs(Mass.ofKilograms("1000.000"));
    }

    @Test
    void refuses_a_number_that_would_fill_the_memory() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mass(new BigDecimal("1E+1000000000")));
    }

    @Test
    void adds_and_compares_exactly() {
        Mass tenth = Mass.ofKilograms("0.1");

        assertThat(tenth.plus(Mass.ofKilograms("0.2"))).isEqualTo(Mass.ofKilograms("0.3"));
        assertThat(tenth.differenceFrom(Mass.ofKilograms("0.3"))).isEqualTo(Mass.ofKilograms("0.2"));
        assertThat(tenth.isLessThan(Mass.ofKilograms("0.3"))).isTrue();
        assertThat(tenth.isMoreThan(Mass.ZERO)).isTrue();
    }

    @Test
    void is_a_decimal_string_in_json() throws Exception {
        assertThat(Samples.JSON.readValue("\"30980.80\"", Mass.class)).isEqualTo(Mass.ofKilograms("30980.8"));
        assertThat(Samples.JSON.writeValueAsString(Mass.ofKilograms("30980.8"))).isEqualTo("\"30980.8\"");
    }
}
