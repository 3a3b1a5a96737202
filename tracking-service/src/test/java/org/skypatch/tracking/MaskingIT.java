package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Regional offices and operators read movements without names and numbers; operators with a reason, which is kept. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class MaskingIT {

    private static final String REASON = "Skypatch-Reason";
    private static final String WHY = "Ticket 4711: the importer's name was written twice";

    /** Every name and number of the report. */
    private static final List<String> NOMINAL = List.of(
            "mask-out",
            "MASKUCR",
            "MASKDECL",
            "MASKBL",
            "MASKLIC",
            "Masked Gas",
            "MASK-EXP",
            "Masked Cooling",
            "MASK-IMP",
            "MSKU1234565",
            "MASKSEAL",
            "MASKTRUCK",
            "maskwords",
            "9074729");

    private static String movement;

    @BeforeEach
    void aReportWithEveryNameAndNumber() {
        if (movement != null) {
            return;
        }
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
            registry.covers("TH-customs");
        }
        movement = given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body("""
                        {"eventId": "mask-out", "type": "export-declared", "occurredAt": "2026-03-02T09:30:00+09:00",
                         "references": {"ucr": "MASKUCR", "exportDeclaration": "MASKDECL", "transportDocument": "MASKBL"},
                         "route": {"dispatch": "KR", "destination": "TH"},
                         "licences": [{"number": "MASKLIC", "issuedBy": "TH"}],
                         "traders": {"exporter": {"id": "MASK-EXP", "name": "Masked Gas", "country": "KR"},
                                     "importer": {"id": "MASK-IMP", "name": "Masked Cooling"}},
                         "goods": [{"commodity": "hcfc-22", "netMassKg": "747"}],
                         "transport": {"mode": "sea", "containers": ["MSKU1234565"], "seals": ["MASKSEAL"],
                                       "vesselImo": "9074729", "vehicle": "MASKTRUCK"},
                         "remarks": "maskwords"}
                        """)
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .extract()
                .path("receipts[0].id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(Tokens.officer("KR"), "/v1/movements/{id}", movement)
                                .statusCode()
                        == 200);
    }

    private static Response get(String token, String path, Object... values) {
        return given().auth().oauth2(token).get(path, values);
    }

    private static Response because(String reason, String token, String path, Object... values) {
        return given().auth().oauth2(token).header(REASON, reason).get(path, values);
    }

    private static List<String> kept(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Test
    void shows_analysts_and_operators_no_name_and_no_number() {
        String whole = get(Tokens.officer("TH"), "/v1/movements/{id}", movement).asString();
        assertThat(NOMINAL).allSatisfy(secret -> assertThat(whole).contains(secret));
        for (String token : List.of(Tokens.analyst("Asia/Pacific"), Tokens.operator())) {
            Response one = get(token, "/v1/movements/{id}", movement);
            one.then()
                    .statusCode(200)
                    .body("events[0].report.goods[0].netMassKg", equalTo("747"))
                    .body("events[0].report.traders.exporter.country", equalTo("KR"));
            String list = get(token, "/v1/movements?limit=500&dispatch=KR&destination=TH&from=2026-03-02&to=2026-03-02")
                    .asString();
            assertThat(list).contains(movement);
            assertThat(NOMINAL).allSatisfy(secret -> {
                assertThat(one.asString()).doesNotContain(secret);
                assertThat(list).doesNotContain(secret);
            });
        }
    }

    @Test
    void refuses_to_search_or_sort_by_what_is_masked_and_names_it() {
        for (String token : List.of(Tokens.analyst("Asia/Pacific"), Tokens.operator())) {
            get(token, "/v1/movements?container=MSKU1234565&licence=TH/MASKLIC&sort=-trader&country=TH")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/masked-filter"))
                    .body("errors.pointer", equalTo(List.of("/licence", "/container", "/sort")));
            for (String name : List.of("trader", "licence", "container", "reference", "text")) {
                get(token, "/v1/movements?" + name + "=x")
                        .then()
                        .statusCode(403)
                        .body("errors.pointer", equalTo(List.of("/" + name)));
            }
        }
        get(Tokens.officer("TH"), "/v1/movements?sort=trader").then().statusCode(400);
    }

    @Test
    void lets_an_operator_read_by_giving_a_reason_and_keeps_that() throws SQLException {
        String whole =
                because(WHY, Tokens.operator(), "/v1/movements/{id}", movement).asString();
        assertThat(NOMINAL).allSatisfy(secret -> assertThat(whole).contains(secret));
        because(WHY, Tokens.operator(), "/v1/movements?reference=MASKUCR")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.traders.exporter.name", hasItem("Masked Gas"));

        assertThat(kept("select administration || ' ' || person || ' ' || asked || ' ' || reason from nominal_read"
                        + " where movements @> array[cast('" + movement + "' as uuid)] order by id"))
                .contains(
                        "SP-operator SP-operator /tracking/v1/movements/" + movement + " " + WHY,
                        "SP-operator SP-operator /tracking/v1/movements?reference=MASKUCR " + WHY);
        assertThatThrownBy(() -> kept("delete from nominal_read returning administration"))
                .hasMessageContaining("stays on record");
    }

    @Test
    void keeps_nothing_of_an_owners_own_reading() throws SQLException {
        String before = kept("select count(*) from nominal_read where administration = 'KR-customs'")
                .getFirst();
        because(WHY, Tokens.officer("KR"), "/v1/movements/{id}", movement)
                .then()
                .statusCode(200);
        assertThat(kept("select count(*) from nominal_read where administration = 'KR-customs'"))
                .containsExactly(before);
    }

    @Test
    void takes_no_reason_from_others_and_no_reason_that_says_nothing() {
        because(WHY, Tokens.analyst("Asia/Pacific"), "/v1/movements/{id}", movement)
                .then()
                .statusCode(403);
        because("test", Tokens.operator(), "/v1/movements/{id}", movement)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/Skypatch-Reason")));
        because(WHY, Tokens.officer("FR"), "/v1/movements/{id}", movement)
                .then()
                .statusCode(404);
    }
}
