package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RegistryServers
class CatalogueIT {

    @Inject
    DataSource database;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @ParameterizedTest
    @CsvSource({
        "cas=75-45-6,                       hcfc-22",
        "hs=2903.71,                        hcfc-22",
        "hs=290371,                         hcfc-22",
        "hs=29037100,                       hcfc-22",
        "hs=3827.63,                        r-410a",
        "un=1018,                           hcfc-22",
        "un=UN%201018,                      hcfc-22",
        "waste=a1160,                       a1160",
        "waste=Y31,                         y31",
        "hs=2903.71&cas=75-45-6,            hcfc-22",
    })
    void finds_by_code(String query, String expected) {
        assertThat(ids("/catalogue?" + query)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "text=R-410A,                       r-410a",
        "text=r410a,                        r-410a",
        "text=R%20410%20A,                  r-410a",
        "text=HCFC-22,                      hcfc-22",
        "text=chlorodifluoromethane,        hcfc-22",
        "text=Chlordifluormethan,           hcfc-22",
        "text=Halon%201211,                 halon-1211",
        "text=bromchlordifluormethane,      halon-1211",
        "text=aldrine,                      aldrin",
        "text=DDT,                          ddt",
        "tradeName=Freon%2022,              hcfc-22",
        "tradeName=Freeon%2022,             hcfc-22",
        "tradeName=Frion%2022,              hcfc-22",
        "tradeName=Genetron%2011,           cfc-11",
    })
    void finds_by_name_first_what_was_meant_even_if_misspelt(String query, String expected) {
        assertThat(ids("/catalogue?" + query).getFirst()).isEqualTo(expected);
    }

    @Test
    void finds_nothing_where_two_things_asked_for_do_not_meet() {
        assertThat(ids("/catalogue?cas=75-45-6&waste=Y31")).isEmpty();
        assertThat(ids("/catalogue?text=zzzzqqqq")).isEmpty();
        assertThat(ids("/catalogue?tradeName=%25")).isEmpty();
    }

    @Test
    void tells_controls_groups_components_and_potentials() {
        Response r410a = Calls.get(Tokens.customs("KE"), "/catalogue/r-410a");

        assertThat(r410a.statusCode()).isEqualTo(200);
        assertThat(r410a.jsonPath().getList("conventions")).containsExactly("montreal");
        assertThat(r410a.jsonPath().getList("groups")).containsExactly("F-I");
        assertThat(r410a.jsonPath().getList("components.commodity")).containsExactlyInAnyOrder("hfc-32", "hfc-125");
        assertThat(r410a.jsonPath().getDouble("gwp")).isEqualTo(2087.5);
        assertThat(Calls.get(Tokens.customs("KE"), "/catalogue/unobtainium").statusCode())
                .isEqualTo(404);
    }

    @Test
    void pages_through_everything_by_id() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Calls.get(Tokens.customs("KE"), "/catalogue?limit=200" + cursor);
            all.addAll(page.jsonPath().getList("items.id"));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(500).contains("cfc-11", "y31", "r-410a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hs=xx", "hs=1", "limit=0", "limit=501", "cursor=%21", "text=a%00"})
    void names_the_part_of_the_query_that_is_wrong(String query) {
        Response answer = Calls.get(Tokens.customs("KE"), "/catalogue?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo("/" + query.split("=")[0]);
    }

    @Test
    void tells_in_one_answer_all_that_the_lists_say() {
        Response hcfc22 = Calls.get(Tokens.customs("KE"), "/catalogue/hcfc-22");

        assertThat(hcfc22.jsonPath().getString("formula")).isEqualTo("CHF2Cl");
        assertThat(hcfc22.jsonPath().getString("controls[0].from")).isEqualTo("1994-06-14");
        assertThat(hcfc22.jsonPath().getString("potentialsFrom")).contains("Montreal Protocol");
        assertThat(hcfc22.jsonPath().getList("recognition.disguisedAs")).contains("air curtains");
        assertThat(hcfc22.jsonPath().getList("signs.source")).isNotEmpty();
        assertThat(hcfc22.jsonPath()
                        .getList("phaseOut.findAll { it.group == 'C-I' && it.measure == 'consumption' }.year"))
                .contains(2013, 2030);
        assertThat(hcfc22.jsonPath().getList("hsLines.hs2022")).contains("2903.71", "8415.10");
        assertThat(Calls.get(Tokens.customs("KE"), "/catalogue/y1").jsonPath().getList("hazardsMet.name"))
                .contains("Infectious");
    }

    @ParameterizedTest
    @CsvSource({
        "2903.71,   hcfc-22",
        "290371,    hcfc-22",
        "75-45-6,   hcfc-22",
        "UN1018,    hcfc-22",
        "A1160,     a1160",
        "Frigen%2022, hcfc-22",
        "clorodifluorometane, hcfc-22",
    })
    void finds_by_any_code_or_name_in_one_field(String text, String expected) {
        assertThat(ids("/catalogue?text=" + text).getFirst()).isEqualTo(expected);
    }

    @Test
    void answers_by_the_edition_that_was_in_effect_on_a_day() throws Exception {
        run("""
                insert into catalogue_edition(version, number, effective_from, commodities, parties, recorded_at)
                values ('later', 1000, '2027-07-01', 1, 0, now());
                insert into edition_entry(kind, name, effective_from, revision, fact, detail)
                select kind, name, '2027-07-01', revision + 1, fact || '{"name": "CFC-13 as renamed"}', detail
                from edition_entry where kind = 'commodity' and name = 'cfc-13'
                """);
        try {
            String of = "/catalogue/cfc-13?on=";
            assertThat(said(of + "2027-06-30", "name")).isEqualTo("CFC-13");
            assertThat(said(of + "2027-07-01", "name")).isEqualTo("CFC-13 as renamed");
            assertThat(said(of + "2001-01-01", "effectiveFrom")).isEqualTo("2026-11-23");
            assertThat(said("/catalogue?text=CFC-13&on=2027-01-01", "items[0].name"))
                    .isEqualTo("CFC-13");
            assertThat(said("/catalogue?text=CFC-13&on=2027-08-01", "items[0].name"))
                    .isEqualTo("CFC-13 as renamed");
            assertThat(Calls.get(Tokens.customs("KE"), "/catalogue/editions")
                            .jsonPath()
                            .getList("version"))
                    .containsExactly("later", "2026-11-24");
            assertThat(Calls.get(Tokens.customs("KE"), "/operations?on=2027-08-01")
                            .jsonPath()
                            .getList("items"))
                    .as("a list that an edition does not hold stays as it was")
                    .hasSize(28);
            assertThat(Calls.get(Tokens.customs("KE"), of + "yesterday").statusCode())
                    .isEqualTo(400);
        } finally {
            run("""
                    delete from edition_entry where effective_from = '2027-07-01';
                    delete from catalogue_edition where version = 'later'
                    """);
        }
    }

    private static String said(String path, String field) {
        return Calls.get(Tokens.customs("KE"), path).jsonPath().getString(field);
    }

    private void run(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ports?country=NL&function=sea&limit=500,        locode, NLRTM",
        "/ports?text=roterdam,                            locode, NLRTM",
        "/operations?kind=recovery,                       code,   R13",
        "/hazards?text=corrosive,                         code,   H8",
        "/form-codes?group=transport,                     label,  Road",
        "/hs-lines?hs=8415&kind=equipment,                hs2022, 8415.20",
        "/phase-out-steps?group=F&partyClass=article5-group2&measure=consumption, note, 'baseline avg 2024-2026 HFC + 65% of HCFC baseline, CO2-eq'",
    })
    void lists_the_codes_of_documents_and_declarations(String path, String field, String expected) {
        Response answer = Calls.get(Tokens.customs("KE"), path);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items." + field)).contains(expected);
    }

    @Test
    void pages_through_the_ports() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Calls.get(Tokens.customs("KE"), "/ports?limit=300" + cursor);
            all.addAll(page.jsonPath().getList("items.locode"));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(all).hasSize(800).doesNotHaveDuplicates();
        assertThat(Calls.get(Tokens.customs("KE"), "/ports/NLRTM").jsonPath().getString("name"))
                .isEqualTo("Rotterdam");
        assertThat(Calls.get(Tokens.customs("KE"), "/ports/NLXXX").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Thailand, TH",
        "%E6%B3%B0%E5%9B%BD, TH",
        "%D0%9A%D0%B5%D0%BD%D0%B8%D1%8F, KE",
        "Alemania, DE",
        "DEU, DE",
        "Tailand, TH",
        "European%20Union, EU"
    })
    void finds_a_country_by_a_name_in_any_language(String text, String country) {
        Response found = Calls.get(Tokens.customs("KE"), "/parties?text=" + text);

        assertThat(found.jsonPath().getString("items[0].country"))
                .as(found.asString())
                .isEqualTo(country);
    }

    @Test
    void tells_the_law_in_force_in_a_country_on_a_day() {
        assertThat(Calls.put(Tokens.admin(), "/requirements/LK/PARTY-1", Samples.requirement("C-I"))
                        .statusCode())
                .isIn(200, 201);

        Response now = Calls.get(Tokens.customs("KE"), "/parties/LK?on=2026-06-01");
        assertThat(now.jsonPath().getString("partyClass")).isEqualTo("article5-group1");
        assertThat(now.jsonPath().getList("requirements.id")).contains("PARTY-1");
        assertThat(
                        now.jsonPath()
                                .getFloat(
                                        "limitsInForce.find { it.group == 'C-I' && it.measure == 'consumption' }.allowedPercent"))
                .isEqualTo(32.5f);
        assertThat(now.jsonPath()
                        .getInt("limitsInForce.find { it.group == 'C-I' && it.measure == 'consumption' }.nextYear"))
                .isEqualTo(2030);
        Response before = Calls.get(Tokens.customs("KE"), "/parties/LK?on=2012-06-01");
        assertThat(before.jsonPath().getList("limitsInForce.group")).doesNotContain("C-I", "F");
        assertThat(before.jsonPath().getList("requirements")).isNull();
    }

    @Test
    void tells_what_a_country_is_bound_by() {
        Response kenya = Calls.get(Tokens.customs("KE"), "/parties/KE");

        assertThat(kenya.jsonPath().getString("names.fr")).isEqualTo("Kenya");
        assertThat(kenya.jsonPath().getMap("status").get("montreal.article5")).isEqualTo("y");
        assertThat(Calls.get(Tokens.customs("KE"), "/parties/XX").statusCode()).isEqualTo(404);
        assertThat(Calls.get(Tokens.customs("KE"), "/parties/EU").statusCode()).isEqualTo(200);
    }

    private static List<String> ids(String path) {
        Response answer = Calls.get(Tokens.customs("KE"), path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("items.id");
    }
}
