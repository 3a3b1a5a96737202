package org.skypatch.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+66 2 298 2000", "-5", "@SUM(A1)", "'=1", "\tx", "＝1"})
    void keeps_a_text_from_being_a_formula_and_gives_it_back(String text) {
        assertThat(FormulaGuard.close(text)).isEqualTo("'" + text);
        assertThat(FormulaGuard.open(FormulaGuard.close(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Siam Cool", "'s-Hertogenbosch Koeling", "13.6", "hcfc-22", ""})
    void leaves_other_texts_alone(String text) {
        assertThat(FormulaGuard.close(text)).isEqualTo(text);
        assertThat(FormulaGuard.open(text)).isEqualTo(text);
    }

    @Test
    void gives_every_text_back() {
        Random chance = new Random(11);
        String signs = "'=+-@\t a1＝";
        for (int i = 0; i < 10_000; i++) {
            String text = chance.ints(chance.nextInt(6), 0, signs.length())
                    .collect(StringBuilder::new, (made, at) -> made.append(signs.charAt(at)), StringBuilder::append)
                    .toString();
            assertThat(FormulaGuard.open(FormulaGuard.close(text))).isEqualTo(text);
        }
    }
}
