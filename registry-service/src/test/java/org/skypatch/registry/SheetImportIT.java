package org.skypatch.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.sample.NationalSheet;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.sheet.ImportJob;
import org.skypatch.registry.sheet.Imports;
import org.skypatch.registry.sheet.SheetImporting;

/** Country sheets: checked, applied as a whole, exported in the layout in which they came. */
@QuarkusTest
@RegistryServers
class SheetImportIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String LICENCE_HEADER =
            "number,kind,holder,commodity,massKg,validFrom,validUntil,use,exporterCountry,importerCountry\n";

    @Inject
    DataSource database;

    @Inject
    Imports imports;

    @Inject
    SheetImporting importing;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void imports_a_national_sheet_and_exports_it_so_that_nothing_is_left_to_do() throws Exception {
        NationalSheet sheet = new NationalSheet("LK", 42);
        String nou = Tokens.nou("LK");

        String traders = checked(nou, csv(sheet.traders(2_000)));
        assertThat(counts(nou, traders)).isEqualTo(Map.of("insert", 2_000, "edit", 0, "skip", 0, "error", 0));
        applied(nou, traders);
        String licences = checked(nou, csv(sheet.licences(3_000, 2_000)));
        applied(nou, licences);

        assertThat(shown(nou, licences).jsonPath().getMap("progress"))
                .isEqualTo(Map.of("read", 3_000, "checked", 3_000, "applied", 3_000));
        assertThat(count("select count(*) from licence where issuer = 'LK'")).isEqualTo(3_000);
        assertThat(count(
                        "select count(*) from record_version where kind = 'trader' and name like 'LK/%' and revision = 1"
                                + " and recorded_by = 'LK-nou' and reason like 'country sheet, import %'"))
                .isEqualTo(2_000);
        assertThat(Calls.get(nou, "/traders/LK/LK-T-000000").jsonPath().getString("name"))
                .startsWith("=");
        for (String kind : List.of("traders", "licences")) {
            for (String type : List.of("text/csv", XLSX)) {
                byte[] exported = sheets(nou).accept(type).get("/v1/" + kind).asByteArray();
                String again = checked(nou, send(nou, type, exported));
                assertThat(counts(nou, again))
                        .as(kind + " as " + type)
                        .containsEntry("skip", kind.equals("traders") ? 2_000 : 3_000)
                        .containsEntry("error", 0)
                        .containsEntry("insert", 0)
                        .containsEntry("edit", 0);
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from outbox where record_key like '%:LK/%'") == 0);
    }

    @Test
    void names_every_wrong_row_by_column_and_reason_wrong_ones_first() {
        String nou = Tokens.nou("NP");
        Calls.put(nou, "/licences/NP/NP-1", licence("NP", "10"));
        String id = checked(
                nou,
                LICENCE_HEADER
                        + "NP-1,import,NP-A,hcfc-22,10,2026-01-01,2026-12-31,multiple,IN,NP\n"
                        + "NP-2,import,NP-A,hcfc-22,ten,2026-01-01,2025-12-31,often,IN,NP\n"
                        + "NP-3,import,NP-A,hcfc-999,5,2026-01-01,2026-12-31,single,IN,NP\n"
                        + "NP-4,import,NP-A,hcfc-22,5,2026-01-01,2026-12-31,single,IN,NP\n"
                        + "NP-4,import,NP-A,hcfc-22,6,2026-01-01,2026-12-31,single,IN,NP\n"
                        + "NP-5,import,NP-A,a1160,6,2026-01-01,2026-12-31,single,IN,NP\n");

        Response shown = shown(nou, id);

        assertThat(shown.jsonPath().getString("state")).isEqualTo("checked");
        assertThat(counts(nou, id)).isEqualTo(Map.of("insert", 1, "edit", 0, "skip", 1, "error", 4));
        assertThat(shown.jsonPath().getList("rows.items.line", Integer.class)).containsExactly(3, 4, 6, 7, 2, 5);
        assertThat(shown.jsonPath().getList("rows.items[0].problems.column"))
                .containsExactlyInAnyOrder("massKg", "use", "validUntil");
        assertThat(shown.jsonPath().getString("rows.items[1].problems[0]"))
                .isEqualTo("[column:commodity, reason:is not in the catalogue]");
        assertThat(shown.jsonPath().getString("rows.items[2].problems[0].reason"))
                .isEqualTo("is the same record as line 5");
        assertThat(shown.jsonPath().getString("rows.items[3].problems[0].reason"))
                .contains("competence basel");
        assertThat(Calls.post(nou, "/imports/" + id + "/apply", "").statusCode())
                .isEqualTo(409);
        assertThat(
                        count(
                                "select count(*) from licence where issuer = 'NP' and number in ('NP-1', 'NP-2', 'NP-3', 'NP-4', 'NP-5')"))
                .isEqualTo(1);
    }

    @Test
    void pages_the_rows_wrong_ones_first() {
        String nou = Tokens.nou("NP");
        StringBuilder csv = new StringBuilder("id,name,standing\n");
        for (int i = 0; i < 25; i++) {
            csv.append("NP-P-")
                    .append(i)
                    .append(",Trader,")
                    .append(i % 5 == 0 ? "bad" : "good")
                    .append('\n');
        }
        String id = checked(nou, csv.toString());

        List<String> outcomes = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Calls.get(nou, "/imports/" + id + "?limit=10" + cursor);
            outcomes.addAll(page.jsonPath().getList("rows.items.outcome"));
            cursor = page.jsonPath().getString("rows.next");
            cursor = cursor == null ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());

        assertThat(outcomes).hasSize(25);
        assertThat(outcomes.subList(0, 5)).containsOnly("error");
        assertThat(outcomes.subList(5, 25)).containsOnly("insert");
        assertThat(Calls.get(nou, "/imports/" + id + "?outcome=error")
                        .jsonPath()
                        .getList("rows.items"))
                .hasSize(5);
    }

    @Test
    void changes_records_and_keeps_their_versions() throws Exception {
        String nou = Tokens.nou("GE");
        Calls.put(nou, "/licences/GE/GE-1", licence("GE", "10"));
        String id =
                checked(nou, LICENCE_HEADER + "GE-1,import,GE-A,hcfc-22,12.5,2026-01-01,2026-12-31,multiple,IN,GE\n");
        assertThat(counts(nou, id)).containsEntry("edit", 1);

        applied(nou, id);

        Response licence = Calls.get(nou, "/licences/GE/GE-1");
        assertThat(licence.jsonPath().getString("massKg")).isEqualTo("12.5");
        assertThat(licence.header("ETag")).isEqualTo("\"2\"");
        assertThat(count(
                        "select count(*) from record_version where kind = 'licence' and name = 'GE/GE-1' and revision = 2"
                                + " and old_fact ->> 'massKg' = '10' and new_fact ->> 'massKg' = '12.5'"))
                .isEqualTo(1);
        assertThat(Calls.post(nou, "/imports/" + id + "/apply", "").jsonPath().getString("detail"))
                .isEqualTo("the import is applied; no move is allowed");
    }

    @Test
    void refuses_to_apply_what_has_changed_since_the_dry_run() throws Exception {
        String nou = Tokens.nou("MX");
        String id = checked(nou, "id,name\nMX-1,One\nMX-2,Two\nMX-3,Three\n");
        Calls.put(nou, "/traders/MX/MX-2", Samples.trader("Another"));

        Response refused = Calls.post(nou, "/imports/" + id + "/apply", "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/rows/traders/3");
        assertThat(count("select count(*) from trader where country = 'MX'")).isEqualTo(1);
    }

    @Test
    void refuses_all_if_a_record_changes_between_the_call_and_the_work() throws Exception {
        String nou = Tokens.nou("PY");
        String id = checked(nou, "id,name\nPY-1,One\nPY-2,Two\n");
        execute(
                "update sheet_import set state = 'applying', worker = uuidv7(), leased_until = now() + interval '1 hour'"
                        + " where id = '" + id + "'");
        Calls.put(nou, "/traders/PY/PY-2", Samples.trader("Another"));
        execute("update sheet_import set leased_until = now() - interval '1 second' where id = '" + id + "'");

        Response shown = await(nou, id, "refused");

        assertThat(shown.jsonPath().getString("reason")).startsWith("1 rows: the record has changed");
        assertThat(shown.jsonPath().getInt("rows.items[0].line")).isEqualTo(3);
        assertThat(shown.jsonPath().getString("rows.items[0].outcome")).isEqualTo("error");
        assertThat(count("select count(*) from trader where country = 'PY'")).isEqualTo(1);
    }

    @Test
    void takes_up_an_import_whose_worker_was_killed_and_applies_it_once() throws Exception {
        String nou = Tokens.nou("GB");
        String id = checked(nou, csv(new NationalSheet("GB", 3).traders(1_500)));
        execute("update sheet_import set state = 'applying', worker = uuidv7(), rows_applied = 1000, attempts = 1,"
                + " leased_until = now() - interval '1 second' where id = '" + id + "'");

        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            instances.add(Thread.ofPlatform().start(this::work));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        await(nou, id, "applied");
        assertThat(count("select count(*) from trader where country = 'GB'")).isEqualTo(1_500);
        assertThat(count("select count(*) from record_version where kind = 'trader' and name like 'GB/%'"))
                .isEqualTo(1_500);
    }

    @Test
    void lets_a_worker_that_was_given_up_write_nothing_more() throws Exception {
        String nou = Tokens.nou("FR");
        String id = checked(nou, "id,name\nFR-1,One\n");
        ImportJob job = imports.find(CountryCode.of("FR"), UUID.fromString(id)).orElseThrow();
        Imports.Claim stale = new Imports.Claim(job, UUID.randomUUID());

        assertThatThrownBy(() -> imports.progress(stale, job.progress())).isInstanceOf(Imports.ClaimLost.class);
        assertThatThrownBy(() -> imports.fail(stale, "late")).isInstanceOf(Imports.ClaimLost.class);
        assertThatThrownBy(() -> imports.begin(stale, 5)).isInstanceOf(Imports.ClaimLost.class);
        assertThat(counts(nou, id)).containsEntry("insert", 1);
    }

    @Test
    void gives_up_on_an_import_that_fails_time_and_again() throws Exception {
        String nou = Tokens.nou("TR");
        String id = checked(nou, "id,name\nTR-1,One\n");
        execute("update sheet_import set state = 'applying', worker = uuidv7(), attempts = 5,"
                + " leased_until = now() - interval '1 second' where id = '" + id + "'");

        assertThat(await(nou, id, "refused").jsonPath().getString("reason")).contains("time and again");
        assertThat(count("select count(*) from trader where country = 'TR'")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name,colour\nX,Y,red\n", "", "a;b\n1;2\n", "id,name\nX,\"open\n"})
    void fails_a_file_that_is_no_sheet_and_says_why(String csv) {
        String nou = Tokens.nou("PL");

        Response failed = await(nou, id(send(nou, "text/csv", csv.getBytes(StandardCharsets.UTF_8))), "failed");

        assertThat(failed.jsonPath().getString("reason")).isNotBlank();
        assertThat(failed.jsonPath().getList("rows.items")).isNullOrEmpty();
    }

    @Test
    void takes_a_form_with_a_file_in_it() {
        String nou = Tokens.nou("MY");
        Response sent = given().auth()
                .oauth2(nou)
                .multiPart("file", "traders.csv", "id;name\nMY-1;One\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/v1/imports?kind=traders");

        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.header("Location")).endsWith("/registry/v1/imports/" + id(sent));
        assertThat(await(nou, id(sent), "checked").jsonPath().getString("fileName"))
                .isEqualTo("traders.csv");
    }

    @Test
    void shows_an_import_to_its_own_party_alone() {
        String nou = Tokens.nou("PH");
        String id = checked(nou, "id,name\nPH-1,One\n");

        assertThat(Calls.get(Tokens.competentAuthority("PH"), "/imports/" + id).statusCode())
                .isEqualTo(200);
        assertThat(Calls.post(Tokens.competentAuthority("PH"), "/imports/" + id + "/apply", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Calls.get(Tokens.nou("ID"), "/imports/" + id).statusCode()).isEqualTo(404);
        assertThat(Calls.post(Tokens.nou("ID"), "/imports/" + id + "/apply", "").statusCode())
                .isEqualTo(404);
        assertThat(Calls.get(Tokens.nou("ID"), "/imports").jsonPath().getList("items.id"))
                .doesNotContain(id);
        assertThat(Calls.get(nou, "/imports").jsonPath().getList("items.id")).contains(id);
        assertThat(Calls.get(Tokens.customs("PH"), "/imports/" + id).statusCode())
                .isEqualTo(403);
        assertThat(Calls.get(Tokens.admin(), "/imports/" + id).statusCode()).isEqualTo(403);
        assertThat(given().get("/v1/imports/" + id).statusCode()).isEqualTo(401);
    }

    @Test
    void takes_records_of_its_own_party_only() {
        String nou = Tokens.nou("ZA");
        String id = checked(nou, "country,id,name\nMY,MY-9,One\nZA,ZA-1,Two\n,ZA-2,Three\n");

        assertThat(counts(nou, id)).isEqualTo(Map.of("insert", 2, "edit", 0, "skip", 0, "error", 1));
        assertThat(shown(nou, id).jsonPath().getString("rows.items[0].problems[0].column"))
                .isEqualTo("country");
    }

    @Test
    void holds_every_other_body_to_the_usual_size() {
        byte[] large = new byte[6_000_000];
        java.util.Arrays.fill(large, (byte) ' ');

        assertThat(given().auth()
                        .oauth2(Tokens.nou("TH"))
                        .contentType("application/json")
                        .body(large)
                        .put("/v1/traders/TH/TH-LARGE")
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(Tokens.nou("TH"), "text/csv", large).statusCode()).isEqualTo(202);
    }

    @Test
    void answers_json_where_nothing_else_is_asked_for_and_no_part_of_a_sheet() {
        String nou = Tokens.nou("TH");

        assertThat(given().auth().oauth2(nou).get("/v1/traders").contentType()).startsWith("application/json");
        assertThat(sheets(nou).accept("text/csv").get("/v1/traders").contentType())
                .startsWith("text/csv");
        assertThat(sheets(nou)
                        .accept("text/csv")
                        .get("/v1/traders?role=importer")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sheets(Tokens.admin()).accept("text/csv").get("/v1/licences").statusCode())
                .isEqualTo(403);
    }

    private void work() {
        try {
            while (importing.work()) {
                // until nothing is left
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String licence(String importer, String massKg) {
        return """
                {"kind": "import", "holder": "%1$s-A", "commodity": "hcfc-22", "massKg": "%2$s",
                 "validFrom": "2026-01-01", "validUntil": "2026-12-31", "use": "multiple",
                 "exporterCountry": "IN", "importerCountry": "%1$s"}""".formatted(importer, massKg);
    }

    private static String csv(java.util.stream.Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static RequestSpecification sheets(String token) {
        return given().auth().oauth2(token);
    }

    private static Response send(String token, String type, byte[] content) {
        return given().auth()
                .oauth2(token)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(type)
                .body(content)
                .post("/v1/imports");
    }

    private static String checked(String token, String csv) {
        return checked(token, send(token, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String checked(String token, Response sent) {
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(202);
        return id(await(token, id(sent), "checked"));
    }

    private static void applied(String token, String id) {
        assertThat(Calls.post(token, "/imports/" + id + "/apply", "").statusCode())
                .isEqualTo(202);
        await(token, id, "applied");
    }

    private static Response await(String token, String id, String state) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> shown(token, id), shown -> shown.jsonPath()
                .getString("state")
                .equals(state));
    }

    private static Response shown(String token, String id) {
        return Calls.get(token, "/imports/" + id);
    }

    private static Map<String, Integer> counts(String token, String id) {
        return shown(token, id).jsonPath().getMap("counts");
    }

    private static String id(Response response) {
        return response.jsonPath().getString("id");
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
