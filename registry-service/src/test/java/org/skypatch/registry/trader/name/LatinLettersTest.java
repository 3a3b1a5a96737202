package org.skypatch.registry.trader.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.trade.NameLikeness;

class LatinLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "海尔制冷有限公司|hai er zhi leng",
                "ООО «Холод Щукин»|kholod shchukin",
                "Siam Cool Trading Co., Ltd.|siam cool trading",
                "Ünsal Soğutma A.Ş.|unsal sogutma",
                "Ψύξη Α.Ε.|psyxe ae",
                "삼성전자 주식회사|samseongjeonja",
            })
    void writes_a_name_of_any_script_in_latin_letters(String name, String folded) {
        assertThat(String.join(" ", LatinLetters.folded(name).words())).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Haier Zhileng Ltd|海尔制冷有限公司",
                "Kholod Servis|ООО Холод Сервис",
                "Al Saudia Liltabrid|الشركة السعودية للتبريد ذ.م.م",
                "Mohammed Trading|محمد Trading LLC",
            })
    void finds_names_alike_across_scripts_both_ways(String latin, String other) {
        assertThat(NameLikeness.of(LatinLetters.folded(latin), LatinLetters.folded(other)))
                .isGreaterThan(0.45);
        assertThat(NameLikeness.of(LatinLetters.folded(other), LatinLetters.folded(latin)))
                .isGreaterThan(0.45);
    }

    @Test
    void keeps_names_apart_that_are_not_alike() {
        assertThat(NameLikeness.of(LatinLetters.folded("海尔制冷"), LatinLetters.folded("格力电器")))
                .isLessThan(0.4);
        assertThat(NameLikeness.of(LatinLetters.folded("Холод"), LatinLetters.folded("Тепло")))
                .isLessThan(0.4);
    }
}
