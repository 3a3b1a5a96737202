package org.skypatch.tracking.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class DrawsTest {

    private static final LicenceFact LICENCE = Judged.licence("TH", "L-1", "hcfc-22", "60000");

    private TestRegister register = TestRegister.covering("KR", "TH");
    private List<LicenceFact> licences = List.of(LICENCE);
    private List<NotificationFact> notifications = List.of();

    private List<Draw> drawnBy(Reports... reports) {
        licences.forEach(register::holding);
        notifications.forEach(register::holding);
        return new Draws(
                        register.register(),
                        register.cited().licences(),
                        register.cited().notifications())
                .of(List.of(Judged.movement(reports)))
                .draws();
    }

    private static Goods goods(String commodity, String kg, String use, String condition, Integer pieces) {
        return new Goods(
                CommodityId.of(commodity),
                null,
                null,
                null,
                null,
                use,
                condition,
                null,
                List.of(),
                null,
                null,
                Mass.ofKilograms(kg),
                null,
                null,
                new Packages(pieces, null, null, null),
                null,
                null);
    }

    @Test
    void is_pending_while_under_way_and_drawn_on_arrival_with_what_was_released() {
        assertThat(drawnBy(export("KR").citing("TH/L-1").kg("1000", "hcfc-22")))
                .singleElement()
                .satisfies(draw -> {
                    assertThat(draw.drawn()).isEqualTo(Amount.NOTHING);
                    assertThat(draw.pending().kg()).isEqualByComparingTo("1000");
                    assertThat(draw.pending().odpTonnes()).isEqualByComparingTo("0.055");
                });
        assertThat(drawnBy(
                        export("KR").citing("TH/L-1").kg("1000", "hcfc-22"),
                        imported("TH").named("E-2").acceptedAndRejected("900", "100", "hcfc-22")))
                .singleElement()
                .satisfies(draw -> {
                    assertThat(draw.drawn().kg()).isEqualByComparingTo("900");
                    assertThat(draw.pending()).isEqualTo(Amount.NOTHING);
                });
    }

    @Test
    void keeps_the_rest_of_a_part_arrival_pending() {
        assertThat(drawnBy(
                        export("KR").citing("TH/L-1").kg("1000", "hcfc-22"),
                        imported("TH").named("E-2").partial().acceptedAndRejected("300", "100", "hcfc-22")))
                .singleElement()
                .satisfies(draw -> {
                    assertThat(draw.drawn().kg()).isEqualByComparingTo("300");
                    assertThat(draw.pending().kg()).isEqualByComparingTo("600");
                });
    }

    @Test
    void gives_back_what_was_cancelled_refused_or_returned_and_keeps_what_was_seized() {
        Reports out = export("KR").citing("TH/L-1");
        assertThat(drawnBy(
                        out,
                        report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                                .named("E-2")
                                .correcting("E-1", "2026-03-03T00:00:00Z")))
                .isEmpty();
        assertThat(drawnBy(out, report(CustomsEventType.IMPORT_REFUSED, "TH").named("E-2")))
                .isEmpty();
        assertThat(drawnBy(out, report(CustomsEventType.GOODS_RETURNED, "KR").named("E-2")))
                .isEmpty();
        assertThat(drawnBy(out, report(CustomsEventType.GOODS_SEIZED, "IT").named("E-2")))
                .singleElement()
                .satisfies(draw -> assertThat(draw.drawn().kg()).isEqualByComparingTo("13600"));
    }

    @Test
    void draws_nothing_on_an_unknown_number_other_goods_or_other_countries() {
        assertThat(drawnBy(export("KR").citing("TH/L-2"))).isEmpty();
        assertThat(drawnBy(export("KR").citing("TH/L-1").kg("1000", "hfc-134a")))
                .isEmpty();
        assertThat(drawnBy(export("KR").citing("TH/L-1").between("KR", "MY"))).isEmpty();
    }

    @Test
    void draws_once_on_a_licence_that_both_borders_write_differently() {
        assertThat(drawnBy(
                        export("KR").citing("TH/L-1").kg("1000", "hcfc-22"),
                        imported("TH").named("E-2").citing("TH/l - I").kg("1000", "hcfc-22")))
                .singleElement()
                .satisfies(draw -> assertThat(draw.drawn().kg()).isEqualByComparingTo("1000"));
    }

    @Test
    void counts_the_units_of_a_licence_for_equipment() {
        licences = List.of(Granted.instead(LICENCE, null, null, 500L));
        assertThat(drawnBy(export("KR").citing("TH/L-1").of(goods("hcfc-22", "700", null, null, 70))))
                .singleElement()
                .satisfies(draw -> assertThat(draw.pending().count()).isEqualTo(70));
        assertThat(Grants.of(licences.getFirst(), register.register().catalogue())
                        .exceededBy(Amount.NOTHING.counting(501)))
                .isPresent();
    }

    @Test
    void counts_blends_by_component_against_a_quota_of_the_whole_group() {
        register = register.with(
                "TH/2026/F", Granted.quota("TH", 2026, "F", "import").co2eTonnes("1000"));
        assertThat(drawnBy(export("KR").kg("1000", "r-410a"))).singleElement().satisfies(draw -> {
            assertThat(draw.account().record()).isEqualTo("quota:TH/2026/F");
            assertThat(draw.pending().co2eTonnes()).isEqualByComparingTo("2087.5");
            assertThat(draw.pending().kg()).isEqualByComparingTo("1000");
        });
        register = TestRegister.covering("KR", "TH")
                .with(
                        "TH/2026/hfc-32",
                        Granted.quota("TH", 2026, "hfc-32", "import").kg("10"));
        assertThat(drawnBy(export("KR").kg("1000", "r-410a")))
                .singleElement()
                .satisfies(draw -> assertThat(draw.pending().kg()).isEqualByComparingTo("500"));
    }

    @Test
    void counts_by_default_virgin_goods_and_no_exempt_use() {
        register = register.with(
                "TH/2026/C-I", Granted.quota("TH", 2026, "C-I", "import").kg("10"));
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", null, "virgin", null))))
                .hasSize(1);
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", null, "not-stated", null))))
                .hasSize(1);
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", null, "reclaimed", null))))
                .isEmpty();
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", "feedstock", "virgin", null))))
                .isEmpty();
    }

    @Test
    void counts_what_the_quota_says_it_counts() {
        GoodsScope reclaimedToo =
                new GoodsScope(List.of(), List.of(), List.of("virgin", "reclaimed"), List.of(), List.of());
        register = register.with(
                "TH/2026/C-I",
                Granted.quota("TH", 2026, "C-I", "import")
                        .counting(reclaimedToo)
                        .kg("10"));
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", "feedstock", "reclaimed", null))))
                .hasSize(1);
        assertThat(drawnBy(export("KR").of(goods("hcfc-22", "700", null, "recycled", null))))
                .isEmpty();
    }

    @Test
    void counts_in_the_year_of_the_moment_that_the_quota_names() {
        Reports out = export("KR").at("2026-12-20T00:00:00Z").expectedOn("2027-01-15");
        Reports in = imported("TH").named("E-2").at("2027-01-10T00:00:00+07:00");
        register = register.with(
                        "TH/2026/C-I",
                        Granted.quota("TH", 2026, "C-I", "import").kg("10"))
                .with("TH/2027/C-I", Granted.quota("TH", 2027, "C-I", "import").kg("10"));
        assertThat(drawnBy(out)).extracting(draw -> draw.account().record()).containsExactly("quota:TH/2027/C-I");
        assertThat(drawnBy(out, in)).extracting(draw -> draw.account().record()).containsExactly("quota:TH/2027/C-I");

        register = TestRegister.covering("KR", "TH")
                .with(
                        "TH/2026/C-I",
                        Granted.quota("TH", 2026, "C-I", "import")
                                .countedAt("export")
                                .kg("10"));
        assertThat(drawnBy(out, in)).hasSize(1);

        register = TestRegister.covering("KR", "TH")
                .with(
                        "TH/2026/C-I",
                        Granted.quota("TH", 2026, "C-I", "import")
                                .countedAt("licence")
                                .kg("10"));
        assertThat(drawnBy(out, in)).isEmpty();
        assertThat(drawnBy(export("KR").at("2026-12-20T00:00:00Z").citing("TH/L-1"), in))
                .extracting(draw -> draw.account().record())
                .contains("quota:TH/2026/C-I");
    }

    @Test
    void counts_an_export_quota_at_dispatch() {
        register = register.with(
                "KR/2026/C-I",
                Granted.quota("KR", 2026, "C-I", "export").countedAt("export").odpTonnes("1"));
        assertThat(drawnBy(export("KR"))).singleElement().satisfies(draw -> assertThat(
                        draw.pending().odpTonnes())
                .isEqualByComparingTo(new BigDecimal("0.748")));
        assertThat(drawnBy(export("MY").between("MY", "TH"))).isEmpty();
    }

    @Test
    void lets_a_union_stand_for_its_members_and_counts_no_trade_inside_it() {
        register = register.with(
                        "EU/2026/C-I",
                        Granted.quota("EU", 2026, "C-I", "import").kg("10"))
                .with(new TerritoryFact(
                        "EU",
                        "customs-union",
                        "European Union",
                        List.of(CountryCode.of("DE"), CountryCode.of("NL")),
                        null,
                        List.of(Convention.MONTREAL),
                        LocalDate.parse("1968-07-01"),
                        null,
                        "TFEU, Article 28"));
        assertThat(drawnBy(export("KR").between("KR", "DE"))).hasSize(1);
        assertThat(drawnBy(export("NL").between("NL", "DE"))).isEmpty();
        assertThat(drawnBy(export("KR").between("KR", "CH"))).isEmpty();
    }

    @Test
    void draws_mass_and_one_shipment_on_a_notification() {
        notifications = List.of(Granted.notification("60000", 3));
        Reports out =
                export("PH").between("PH", "KR").under("ph 0000 000012", 1).kg("20000", "a1160");
        assertThat(drawnBy(out)).singleElement().satisfies(draw -> {
            assertThat(draw.account().record()).isEqualTo("notification:PH/PH 0000 000012");
            assertThat(draw.pending().kg()).isEqualByComparingTo("20000");
            assertThat(draw.pending().count()).isEqualTo(1);
        });
        assertThat(drawnBy(
                        out,
                        report(CustomsEventType.WASTE_RECEIVED, "KR")
                                .named("E-2")
                                .between("PH", "KR")
                                .under("PH 0000 000012", 1)
                                .kg("19800", "a1160")))
                .singleElement()
                .satisfies(draw -> {
                    assertThat(draw.drawn().kg()).isEqualByComparingTo("19800");
                    assertThat(draw.drawn().count()).isEqualTo(1);
                });
    }

    @Test
    void derives_what_a_licence_grants_in_every_unit_and_judges_by_the_one_granted() {
        Grant inMass = Grants.of(LICENCE, register.register().catalogue());
        assertThat(inMass.shown().odpTonnes()).isEqualByComparingTo("3.3");
        assertThat(inMass.limits().odpTonnes()).isNull();
        Grant inTonnes = Grants.of(
                Granted.instead(LICENCE, Tonnes.of("1"), null, null),
                register.register().catalogue());
        assertThat(inTonnes.exceededBy(Amount.of(Mass.ofKilograms("18182"), TestRegister.HCFC_22)))
                .get()
                .satisfies(excess -> assertThat(excess.unit()).isEqualTo("ODP-t"));
        assertThat(inTonnes.exceededBy(Amount.of(Mass.ofKilograms("18181"), TestRegister.HCFC_22)))
                .isEmpty();
    }
}
