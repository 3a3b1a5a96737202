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

/** The traders of Parties: found in any script, in a standing with its history, seen by whom their Party shares them with. */
@QuarkusTest
@RegistryServers
class TraderIT {

    @BeforeEach
    void tradersOfTheEmiratesStand() {
        Calls.awaitReady();
        put("CN-1", "海尔制冷有限公司", "importer");
        put("RU-1", "ООО «Холод Сервис»", "importer");
        put("AR-1", "الشركة السعودية للتبريد ذ.م.م", "exporter");
        put("EN-1", "Siam Cool Trading Co., Ltd.", "importer");
        put("EN-2", "Siam Pool Toys B.V.", "importer");
    }

    @ParameterizedTest
    @CsvSource({
        "Haier Zhileng,                 CN-1",
        "海尔制冷,                       CN-1",
        "hai er zhi leng Co Ltd,        CN-1",
        "Kholod Servis,                 RU-1",
        "Холод,                         RU-1",
        "OOO Kholod Service,            RU-1",
        "Al Saudia Liltabrid,           AR-1",
        "السعودية للتبريد,               AR-1",
        "Сиам Кул Трейдинг,             EN-1",
        "siam cool trading limited,     EN-1",
        "Siam Kool Tradin,              EN-1",
        "SIAM-COOL,                     EN-1",
        "TRADING SIAM COOL,             EN-1",
    })
    void finds_a_trader_in_any_script_and_misspelt(String text, String id) {
        Response found = Calls.get(Tokens.customs("AE"), "/traders?text=" + Calls.encoded(text));

        assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
        assertThat(found.jsonPath().getString("items[0].id"))
                .as(found.asString())
                .isEqualTo(id);
    }

    @Test
    void ranks_by_likeness_and_pages_by_it() {
        List<String> ids = new ArrayList<>();
        List<Float> likeness = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Calls.get(Tokens.customs("AE"), "/traders?text=siam&limit=1" + cursor);
            ids.addAll(page.jsonPath().getList("items.id"));
            likeness.addAll(page.jsonPath().getList("items.likeness", Float.class));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(ids).containsExactlyInAnyOrder("EN-1", "EN-2");
        assertThat(likeness).isSortedAccordingTo((one, other) -> Float.compare(other, one));
        assertThat(Calls.get(Tokens.customs("AE"), "/traders?text=siam&role=exporter")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void forgets_a_name_that_a_trader_bears_no_more() {
        put("OLD-1", "Quondam Gases", "importer");
        put("OLD-1", "Novum Gases", "importer");

        assertThat(Calls.get(Tokens.customs("AE"), "/traders?text=Quondam")
                        .jsonPath()
                        .getList("items.id"))
                .doesNotContain("OLD-1");
        assertThat(Calls.get(Tokens.customs("AE"), "/traders?text=Novum")
                        .jsonPath()
                        .getList("items.id"))
                .contains("OLD-1");
    }

    @Test
    void keeps_what_a_facility_is_authorised_for() {
        String body = """
                {"name": "Gulf Reclaim", "roles": ["facility"], "registrations": [{"group": "F", "from": "2026-01-01",
                 "number": "F-17", "operations": ["reclamation", "R2"], "capacityKg": "120000"}]}""";

        Response put = Calls.put(Tokens.nou("AE"), "/traders/AE/FAC-1", body);

        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
        assertThat(put.jsonPath().getString("registrations[0].number")).isEqualTo("F-17");
        assertThat(put.jsonPath().getList("registrations[0].operations")).containsExactly("reclamation", "R2");
        Response wrong = Calls.put(Tokens.nou("AE"), "/traders/AE/FAC-2", body.replace("R2", "R99"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.jsonPath().getString("errors[0].pointer")).isEqualTo("/registrations/0/operations/1");
    }

    @Test
    void changes_a_standing_only_for_a_reason_which_the_history_keeps() {
        put("ST-1", "Standing Gases", "importer");

        Response quietly = Calls.put(Tokens.nou("AE"), "/traders/AE/ST-1", """
                        {"name": "Standing Gases", "roles": ["importer"], "standing": "suspended"}""");
        Response without = Calls.post(Tokens.nou("AE"), "/traders/AE/ST-1/standing", "{\"standing\": \"suspended\"}");
        Response suspended = Calls.post(Tokens.nou("AE"), "/traders/AE/ST-1/standing", """
                {"standing": "suspended", "reason": "false declarations"}""");
        Response history = Calls.get(Tokens.nou("AE"), "/traders/AE/ST-1/history");

        assertThat(quietly.statusCode()).isEqualTo(422);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(suspended.statusCode()).as(suspended.asString()).isEqualTo(200);
        assertThat(suspended.jsonPath().getString("standing")).isEqualTo("suspended");
        assertThat(history.jsonPath().getString("items[-1].reason")).isEqualTo("false declarations");
        assertThat(history.jsonPath().getString("items[-1].new.standing")).isEqualTo("suspended");
        assertThat(history.jsonPath().getString("items[-1].by")).isEqualTo("AE-nou");
        put("ST-1", "Standing Gases", "importer");
        assertThat(Calls.get(Tokens.nou("AE"), "/traders/AE/ST-1").jsonPath().getString("standing"))
                .isEqualTo("suspended");
    }

    @Test
    void shows_traders_to_those_whom_the_party_names_and_to_nobody_else() {
        share("AE", "{\"list\": \"licences\", \"with\": [\"IN\"]}");
        assertInvisibleTo("IN");

        share("AE", "{\"list\": \"traders\", \"with\": [\"IN\"]}");
        assertThat(Calls.get(Tokens.customs("IN"), "/traders/AE/EN-1").statusCode())
                .isEqualTo(200);
        assertThat(Calls.get(Tokens.customs("IN"), "/traders?country=AE")
                        .jsonPath()
                        .getList("items.id"))
                .contains("EN-1");
        assertThat(Calls.get(Tokens.customs("IN"), "/traders?text=siam%20cool")
                        .jsonPath()
                        .getList("items.id"))
                .contains("EN-1");
        assertThat(Calls.get(Tokens.customs("IN"), "/traders/AE/EN-1/history").statusCode())
                .isEqualTo(404);
        assertInvisibleTo("JP");

        share("AE", "{\"list\": \"traders\", \"everyone\": true}");
        assertThat(Calls.get(Tokens.customs("JP"), "/traders/AE/EN-1").statusCode())
                .isEqualTo(200);

        share("AE", "");
        assertInvisibleTo("JP");
        assertInvisibleTo("IN");
    }

    @Test
    void refuses_a_share_that_names_nobody_or_a_list_twice() {
        assertThat(put("/sharing/AE", "{\"shares\": [{\"list\": \"traders\"}]}").statusCode())
                .isEqualTo(422);
        assertThat(put(
                                "/sharing/AE",
                                "{\"shares\": [{\"list\": \"quotas\", \"everyone\": true}, {\"list\": \"quotas\", \"with\": [\"IN\"]}]}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void keeps_the_setting_itself_to_the_party() {
        share("AE", "{\"list\": \"traders\", \"with\": [\"IN\"]}");

        assertThat(Calls.get(Tokens.customs("AE"), "/sharing/AE").statusCode()).isEqualTo(200);
        assertThat(Calls.get(Tokens.customs("IN"), "/sharing/AE").statusCode()).isEqualTo(404);
        assertThat(Calls.get(Tokens.operator(), "/sharing/AE").statusCode()).isEqualTo(403);
        assertThat(Calls.put(Tokens.nou("IN"), "/sharing/AE", "{\"shares\": []}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Calls.put(Tokens.customs("AE"), "/sharing/AE", "{\"shares\": []}")
                        .statusCode())
                .isEqualTo(403);
        share("AE", "");
    }

    private static void assertInvisibleTo(String country) {
        Response invisible = Calls.get(Tokens.customs(country), "/traders/AE/EN-1");
        Response missing = Calls.get(Tokens.customs(country), "/traders/AE/NONE-1");

        assertThat(invisible.statusCode()).isEqualTo(404);
        assertThat(invisible.jsonPath().getString("detail"))
                .isEqualTo(missing.jsonPath().getString("detail"));
        assertThat(Calls.get(Tokens.customs(country), "/traders?text=siam%20cool")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Calls.get(Tokens.customs(country), "/traders?country=AE")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static void share(String country, String share) {
        Response put = put("/sharing/" + country, "{\"shares\": [" + share + "]}");
        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
    }

    private static Response put(String path, String body) {
        return Calls.put(Tokens.nou("AE"), path, body);
    }

    private static void put(String id, String name, String role) {
        Response put = Calls.put(Tokens.nou("AE"), "/traders/AE/" + id, """
                {"name": "%s", "roles": ["%s"]}""".formatted(name, role));
        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
    }
}
