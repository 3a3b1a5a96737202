package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.trade.TraderId;

class TraderLikenessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zhejiang Qushan Chemical Co., Ltd. | ZHEJIANG QUSHAN CHEMICAL",
                "Koeltechniek Groothandel B.V. | Groothandel Koeltechniek BV",
                "Société Générale de Froid S.A. | Societe Generale de Froid",
                "ООО Холод | Kholod ООО",
                "上海化工有限公司 | shang hai hua gong"
            })
    void folds_two_writings_of_one_name_to_nearly_the_same(String one, String other) {
        assertThat(TraderLikeness.of(named(one), named(other))).isGreaterThan(0.85);
    }

    @Test
    void keeps_different_names_apart() {
        assertThat(TraderLikeness.of(named("Siam Cooling Ltd"), named("Hanil Chemical Ltd")))
                .isLessThan(0.75);
    }

    @Test
    void knows_nothing_where_a_name_is_missing_and_all_where_ids_are_equal() {
        assertThat(TraderLikeness.of(named("Siam"), null)).isNull();
        assertThat(TraderLikeness.of(
                        new NamedTrader(TraderId.of("TH 1"), "A", null),
                        new NamedTrader(TraderId.of("th1"), "Z", null)))
                .isEqualTo(1.0);
    }

    private static NamedTrader named(String name) {
        return new NamedTrader(null, name, null);
    }
}
