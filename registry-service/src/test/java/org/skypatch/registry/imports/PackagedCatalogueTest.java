package org.skypatch.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.registry.HsListing;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.catalogue.CatalogueEdition;
import org.skypatch.registry.catalogue.CatalogueEntry;
import org.skypatch.registry.catalogue.CodeList;
import org.skypatch.registry.catalogue.CommodityDetail;
import org.skypatch.registry.catalogue.Listed;
import org.skypatch.registry.party.PartyDetail;
import org.skypatch.registry.party.PartyEntry;

class PackagedCatalogueTest {

    private static final CatalogueEdition EDITION = PackagedCatalogue.read();
    private static final Map<String, CommodityFact> COMMODITIES = EDITION.entries().stream()
            .map(CatalogueEntry::commodity)
            .collect(Collectors.toMap(commodity -> commodity.id().value(), Function.identity()));
    private static final Map<String, CommodityDetail> DETAILS = EDITION.entries().stream()
            .collect(Collectors.toMap(entry -> entry.commodity().id().value(), CatalogueEntry::detail));
    private static final Map<String, PartyFact> PARTIES = EDITION.parties().stream()
            .map(PartyEntry::party)
            .collect(Collectors.toMap(party -> party.country().value(), Function.identity()));

    @Test
    void holds_every_row_of_every_list() {
        assertThat(EDITION.version()).isEqualTo("2026-11-24");
        assertThat(EDITION.entries()).hasSize(COMMODITIES.size());
        assertThat(kind("substance")).hasSize(136);
        assertThat(kind("blend")).hasSize(153);
        assertThat(kind("waste")).hasSize(174);
        assertThat(EDITION.parties()).hasSize(250);
    }

    @Test
    void knows_a_substance_by_all_its_codes() {
        CommodityFact hcfc22 = commodity("hcfc-22");

        assertThat(hcfc22.conventions()).containsExactly(Convention.MONTREAL);
        assertThat(hcfc22.groups()).containsExactly("C-I");
        assertThat(hcfc22.odp()).isEqualByComparingTo("0.055");
        assertThat(hcfc22.gwp()).isEqualByComparingTo("1810");
        assertThat(hcfc22.casNumbers()).containsExactly(CasNumber.of("75-45-6"));
        assertThat(hcfc22.hsCodes()).contains(HsCode.of("2903.71"));
        assertThat(hcfc22.unNumbers()).containsExactly(UnNumber.of("1018"));
        assertThat(hcfc22.tradeNames()).contains("R-22", "Freon 22", "Chlorodifluoromethane");
    }

    @Test
    void gives_a_blend_the_groups_and_values_of_its_controlled_components() {
        CommodityFact r410a = commodity("r-410a");

        assertThat(r410a.kind()).isEqualTo("blend");
        assertThat(r410a.groups()).containsExactly("F-I");
        assertThat(r410a.components())
                .containsExactlyInAnyOrder(
                        new Component(CommodityId.of("hfc-32"), BigDecimal.valueOf(50)),
                        new Component(CommodityId.of("hfc-125"), BigDecimal.valueOf(50)));
        assertThat(r410a.odp()).isEqualByComparingTo("0");
        assertThat(r410a.gwp()).isEqualByComparingTo("2087.5");
        assertThat(commodity("r-401a").groups()).containsExactly("C-I", "F-I");
    }

    @Test
    void gives_no_value_to_a_blend_with_a_controlled_component_that_has_none() {
        List<CommodityFact> withGaps = kind("blend").stream()
                .filter(blend -> blend.components().stream()
                        .map(component -> COMMODITIES.get(component.commodity().value()))
                        .anyMatch(component -> component != null
                                && component.conventions().contains(Convention.MONTREAL)
                                && component.gwp() == null))
                .toList();

        assertThat(withGaps).isNotEmpty().allSatisfy(blend -> assertThat(blend.gwp())
                .isNull());
    }

    @Test
    void every_blend_adds_up_to_a_hundred_percent_and_holds_a_controlled_component() {
        assertThat(kind("blend")).allSatisfy(blend -> {
            BigDecimal sum =
                    blend.components().stream().map(Component::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isBetween(new BigDecimal("99.5"), new BigDecimal("100.5"));
            assertThat(blend.groups()).isNotEmpty();
        });
    }

    @Test
    void controls_the_wastes_of_the_annexes_in_force_and_lists_the_others() {
        assertThat(commodity("a1160").conventions()).containsExactly(Convention.BASEL);
        assertThat(commodity("a1160").wasteCodes()).containsExactly(WasteCode.of("A1160"));
        assertThat(commodity("y31").conventions()).containsExactly(Convention.BASEL);
        assertThat(commodity("y46").conventions()).containsExactly(Convention.BASEL);
        assertThat(commodity("b1010").conventions()).isEmpty();
        assertThat(commodity("a1180").conventions()).isEmpty();
    }

    @Test
    void joins_the_chemicals_that_are_the_same_on_both_lists() {
        assertThat(commodity("ddt").conventions()).containsExactly(Convention.ROTTERDAM, Convention.STOCKHOLM);
        assertThat(commodity("hexachlorobenzene").conventions())
                .containsExactly(Convention.ROTTERDAM, Convention.STOCKHOLM);
        assertThat(commodity("alachlor").conventions()).containsExactly(Convention.ROTTERDAM);
        assertThat(commodity("mirex").conventions()).containsExactly(Convention.STOCKHOLM);
        assertThat(commodity("polybrominated-biphenyls-pbb").conventions()).containsExactly(Convention.ROTTERDAM);
    }

    @Test
    void gives_every_cas_number_to_one_commodity() {
        Set<CasNumber> seen = new HashSet<>();

        assertThat(COMMODITIES.values())
                .allSatisfy(
                        commodity -> commodity.casNumbers().stream().distinct().forEach(cas -> assertThat(seen.add(cas))
                                .as(cas + " of " + commodity.id())
                                .isTrue()));
    }

    @Test
    void names_a_country_in_six_languages_and_says_unknown_where_nothing_is_known() {
        PartyFact thailand = party("TH");

        assertThat(thailand.names().keySet()).containsExactlyInAnyOrder("en", "fr", "es", "ru", "zh", "ar");
        assertThat(thailand.region()).isEqualTo("Asia/Pacific");
        assertThat(thailand.status())
                .containsEntry("montreal.article5", "y")
                .containsEntry("montreal.hfcGroup", "A5-G1")
                .containsEntry("basel", "y")
                .containsEntry("rotterdam", "y");
        assertThat(party("US").region()).isNull();
        assertThat(party("NA").names()).containsEntry("en", "Namibia");
        assertThat(party("HK").status()).containsEntry("montreal", "unknown");
    }

    @Test
    void knows_the_union_that_stands_where_a_country_stands() {
        assertThat(party("EU").status()).containsEntry("montreal.kigali", "y").containsEntry("basel.annexVii", "y");
    }

    @Test
    void shortens_the_names_of_regions() {
        assertThat(PartyLists.regionOf("RILO Asia/Pacific (Seoul)")).isEqualTo("Asia/Pacific");
        assertThat(PartyLists.regionOf("RILO South America")).isEqualTo("South America");
        assertThat(PartyLists.regionOf("unknown")).isNull();
    }

    @Test
    void says_since_when_each_treaty_controls_and_leaves_unknown_what_no_list_says() {
        assertThat(commodity("hcfc-22").controls()).singleElement().satisfies(control -> {
            assertThat(control.list()).isEqualTo("Annex C");
            assertThat(control.group()).isEqualTo("C-I");
            assertThat(control.year()).isEqualTo(1992);
            assertThat(control.from()).isEqualTo(LocalDate.of(1994, 6, 14));
        });
        assertThat(commodity("r-410a").controls().getFirst().from()).isEqualTo(LocalDate.of(2019, 1, 1));
        assertThat(commodity("y49").controls().getFirst().from()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(commodity("a1180").controls().getFirst().until()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(commodity("y31").controls().getFirst().from()).isEqualTo(LocalDate.of(1992, 5, 5));
        assertThat(commodity("a1160").controls().getFirst().from()).isNull();
        assertThat(commodity("alachlor").controls()).singleElement().satisfies(control -> {
            assertThat(control.year()).isEqualTo(2011);
            assertThat(control.from()).isNull();
        });
        assertThat(commodity("ddt").controls())
                .extracting(Control::convention)
                .containsExactlyInAnyOrder(Convention.STOCKHOLM, Convention.ROTTERDAM);
    }

    @Test
    void every_control_is_of_a_treaty_that_the_commodity_names_unless_it_has_ended() {
        assertThat(COMMODITIES.values()).allSatisfy(commodity -> {
            assertThat(commodity.controls().stream()
                            .filter(control -> control.until() == null)
                            .map(Control::convention))
                    .allMatch(commodity.conventions()::contains);
            assertThat(commodity.conventions()).allMatch(convention -> commodity.controls().stream()
                    .anyMatch(control -> control.convention() == convention));
        });
    }

    @Test
    void knows_the_codes_of_both_editions_and_which_of_them_prove_nothing() {
        assertThat(commodity("hcfc-22").hsListings()).contains(new HsListing(HsCode.of("2903.71"), "HS2022", false));
        assertThat(commodity("hfc-134a").hsListings())
                .containsExactly(
                        new HsListing(HsCode.of("2903.45"), "HS2022", false),
                        new HsListing(HsCode.of("2903.39"), "HS2017", true));
        assertThat(commodity("r-410a").hsListings()).contains(new HsListing(HsCode.of("3824.78"), "HS2017", true));
    }

    @Test
    void tells_how_a_commodity_is_packed_labelled_and_disguised_with_a_source_for_each() {
        assertThat(commodity("hcfc-22").recognition()).isNotNull().satisfies(recognition -> {
            assertThat(recognition.packaging()).contains("cylinders of 13.6 kg", "ISO tanks");
            assertThat(recognition.labels())
                    .contains("UN 1018 CHLORODIFLUOROMETHANE (REFRIGERANT GAS R 22), class 2.2");
            assertThat(recognition.disguisedAs()).contains("R-134a", "air curtains");
        });
        assertThat(DETAILS.values())
                .flatExtracting(CommodityDetail::signs)
                .hasSizeGreaterThan(100)
                .allSatisfy(sign -> assertThat(sign.source()).isNotBlank());
    }

    @Test
    void keeps_every_useful_column() {
        CommodityDetail hcfc22 = DETAILS.get("hcfc-22");
        assertThat(hcfc22.chemicalName()).isEqualTo("Chlorodifluoromethane");
        assertThat(hcfc22.formula()).isEqualTo("CHF2Cl");
        assertThat(hcfc22.potentialsFrom()).contains("Annex C");
        assertThat(hcfc22.brands()).extracting(CommodityDetail.Brand::name).contains("Freon 22");
        assertThat(DETAILS.get("y1").hazards()).containsExactly("H6.2", "H6.1", "H12");
        assertThat(DETAILS.get("a1180").replacedBy()).containsExactly(CommodityId.of("a1181"));
        assertThat(DETAILS.get("aldrin").lowPopLimit()).isEqualTo("50 mg/kg");
        assertThat(EDITION.lists().get(CodeList.PORTS)).hasSize(800);
        assertThat(EDITION.lists().get(CodeList.OPERATIONS)).hasSize(28);
        assertThat(EDITION.lists().get(CodeList.HAZARDS)).hasSize(14);
        assertThat(EDITION.lists().get(CodeList.FORM_CODES)).hasSize(21);
        assertThat(EDITION.lists().get(CodeList.PHASE_OUT)).hasSize(250);
        assertThat(EDITION.lists().get(CodeList.HS_LINES)).hasSize(107);
    }

    @Test
    void every_hazard_of_a_waste_and_every_commodity_of_a_line_is_known() {
        Set<String> hazards =
                EDITION.lists().get(CodeList.HAZARDS).stream().map(Listed::key).collect(Collectors.toSet());
        assertThat(DETAILS.values())
                .flatExtracting(CommodityDetail::hazards)
                .isNotEmpty()
                .allMatch(hazards::contains);
        assertThat(EDITION.lists().get(CodeList.HS_LINES))
                .flatExtracting(line -> ((Listed.HsLine) line).covers())
                .allMatch(id -> COMMODITIES.containsKey(id.value()));
    }

    @Test
    void puts_a_country_on_the_map_and_in_its_class() {
        PartyDetail thailand = EDITION.parties().stream()
                .filter(entry -> entry.party().country().value().equals("TH"))
                .map(PartyEntry::detail)
                .findFirst()
                .orElseThrow();
        assertThat(thailand.iso3()).isEqualTo("THA");
        assertThat(thailand.partyClass()).isEqualTo("article5-group1");
        assertThat(thailand.landlocked()).isFalse();
        assertThat(thailand.neighbours()).extracting(Object::toString).contains("LA", "MY");
    }

    private static CommodityFact commodity(String id) {
        assertThat(COMMODITIES).containsKey(id);
        return COMMODITIES.get(id);
    }

    private static PartyFact party(String country) {
        assertThat(PARTIES).containsKey(country);
        return PARTIES.get(country);
    }

    private static List<CommodityFact> kind(String kind) {
        return COMMODITIES.values().stream()
                .filter(commodity -> commodity.kind().equals(kind))
                .toList();
    }
}
