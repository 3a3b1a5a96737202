package org.skypatch.tracking.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.TestRegister;

class CatalogueTest {

    private static final LocalDate IN_2021 = LocalDate.of(2021, 6, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 6, 1);

    private final Catalogue catalogue = TestRegister.nothingCovered().register().catalogue();

    private Optional<CommodityId> resolved(Lot lot, LocalDate day) {
        return catalogue.resolve(lot.goods(), day);
    }

    private static CommodityId id(String value) {
        return CommodityId.of(value);
    }

    @Test
    void believes_the_id_that_the_reporter_gives() {
        assertThat(resolved(Lot.of("1", "hcfc-22").cas("811-97-2"), IN_2026)).contains(id("hcfc-22"));
    }

    @Test
    void resolves_a_cas_number_before_anything_else() {
        assertThat(resolved(Lot.unnamed("1").cas("75-45-6").hs("2903.45"), IN_2026))
                .contains(id("hcfc-22"));
    }

    @Test
    void resolves_an_hs_code_by_the_edition_in_force() {
        assertThat(resolved(Lot.unnamed("1").hs("2903.39"), IN_2021)).contains(id("hfc-134a"));
        assertThat(resolved(Lot.unnamed("1").hs("2903.45.00"), IN_2026)).contains(id("hfc-134a"));
    }

    @Test
    void tolerates_a_country_that_adopts_an_edition_late_or_early() {
        assertThat(resolved(Lot.unnamed("1").hs("2903.39"), IN_2026)).contains(id("hfc-134a"));
        assertThat(resolved(Lot.unnamed("1").hs("3827.63"), IN_2021)).contains(id("r-410a"));
    }

    @Test
    void resolves_un_number_waste_code_and_names() {
        assertThat(resolved(Lot.unnamed("1").un("1018"), IN_2026)).contains(id("hcfc-22"));
        assertThat(resolved(Lot.unnamed("1").waste("A 1160"), IN_2026)).contains(id("a1160"));
        assertThat(resolved(Lot.unnamed("1").described("R-410A"), IN_2026)).contains(id("r-410a"));
    }

    @Test
    void finds_a_trade_name_inside_a_description() {
        assertThat(resolved(Lot.unnamed("1").described("R-134a in disposable cylinders"), IN_2026))
                .contains(id("hfc-134a"));
        assertThat(resolved(Lot.unnamed("1").described("refrigerant gas, R 22"), IN_2026))
                .contains(id("hcfc-22"));
    }

    @Test
    void leaves_unresolved_what_names_nothing_or_two_things() {
        assertThat(resolved(Lot.unnamed("1").described("air curtains"), IN_2026))
                .isEmpty();
        assertThat(resolved(Lot.unnamed("1").described("R-134a and R-410A"), IN_2026))
                .isEmpty();
        assertThat(resolved(Lot.unnamed("1"), IN_2026)).isEmpty();
    }
}
