package org.skypatch.contracts.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Siam Cool Trading Co., Ltd.|siam cool trading",
                "Koelhuis Vlissingen B.V.|koelhuis vlissingen",
                "KOELHUIS VLISSINGEN BV|koelhuis vlissingen",
                "Ünsal Soğutma A.Ş.|unsal sogutma",
                "Frío Andino S.A. de C.V.|frio andino",
                "Łódź Chłód Sp. z o.o.|lodz chlod",
                "Kältetechnik Müller GmbH & Co. KG|kaltetechnik muller",
                "PT Dingin Jaya Tbk|dingin jaya",
                "OOO Kholod|kholod",
                "ООО Kholod|kholod",
                "海尔制冷有限公司|海尔制冷",
                "株式会社ダイキン|ダイキン",
                "شركة التبريد ذ.م.م|التبريد",
                "Co Nam Trading|co nam trading",
                "Limited|limited",
                "ＡＢＣ　Ｌｔｄ|abc",
            })
    void leaves_a_name_without_accents_signs_and_legal_form(String name, String folded) {
        assertThat(String.join(" ", folded(name).words())).isEqualTo(folded);
    }

    @Test
    void keeps_a_name_that_is_nothing_but_a_legal_form() {
        assertThat(folded("Co., Ltd.").words()).isNotEmpty();
        assertThat(folded("有限公司").words()).isNotEmpty();
        assertThat(folded("---").words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alsawdyt, saudia", "lltbryd, liltabrid", "mhmd, mohammed", "qnat, kanat"})
    void makes_one_skeleton_of_a_word_with_and_without_its_vowels(String one, String other) {
        assertThat(FoldedName.skeleton(one)).isEqualTo(FoldedName.skeleton(other));
    }

    @Test
    void is_alike_from_nought_to_one() {
        assertThat(likeness("Siam Cool", "SIAM-COOL Co., Ltd.")).isEqualTo(1);
        assertThat(likeness("Haier", "Hai Er Ltd")).isEqualTo(1);
        assertThat(likeness("Siam Kool Trading", "Siam Cool Trading")).isGreaterThan(0.7);
        assertThat(likeness("Siam", "Siam Cool Trading")).isGreaterThan(0.7);
        assertThat(likeness("Siam Cool", "Kowloon Gas")).isLessThan(0.3);
        assertThat(likeness("", "Siam")).isZero();
    }

    private static double likeness(String asked, String name) {
        return NameLikeness.of(folded(asked), folded(name));
    }

    private static FoldedName folded(String name) {
        return FoldedName.of(name, UnaryOperator.identity());
    }
}
