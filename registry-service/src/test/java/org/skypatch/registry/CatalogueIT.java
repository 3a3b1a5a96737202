package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RegistryServers
class CatalogueIT {

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
