package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RegistryServers
class LicenceIT {

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KE/ODS/26/044/A",
                "a b  c",
                "№ 12/ОЗ-7",
                "进口许可 2026/1",
                "100%+1",
                "a+b&c=d?e#f",
                "..//x",
                "suspend",
                "a;b=c",
                "~tilde'quote\"",
                "back\\slash"
            })
    void keeps_a_number_as_typed(String number) {
        String path = "/licences/KE/" + Calls.encoded(number);
        String body = Samples.licence("AE", "KE", "r-410a");

        assertThat(Calls.put(Tokens.nou("KE"), path, body).statusCode()).isEqualTo(201);

        Response read = Calls.get(Tokens.customs("AE"), path);
        assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
        assertThat(read.jsonPath().getString("number")).isEqualTo(number);
        assertThat(Calls.post(Tokens.nou("KE"), path + "/suspend", Samples.reason())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void creates_once_and_makes_no_version_of_the_same_again() {
        String path = "/licences/TH/ONCE-1";

        Response first = Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));
        Response again = Calls.put(Tokens.nou("TH"), path, Samples.licence("10.000"));
        Response other = Calls.put(Tokens.nou("TH"), path, Samples.licence("11"));

        assertThat(List.of(first.statusCode(), again.statusCode(), other.statusCode()))
                .containsExactly(201, 200, 200);
        assertThat(List.of(first.header("ETag"), again.header("ETag"), other.header("ETag")))
                .containsExactly("\"1\"", "\"1\"", "\"2\"");
    }

    @Test
    void takes_what_was_read_when_it_is_put_back() {
        String path = "/licences/TH/BACK-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));
        String read = Calls.get(Tokens.nou("TH"), path).asString();

        Response back = Calls.put(Tokens.nou("TH"), path, read);

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(200);
        assertThat(back.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void loses_no_update_to_a_writer_who_read_an_older_version() {
        String path = "/licences/TH/LOST-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));
        String tag = Calls.get(Tokens.nou("TH"), path).header("ETag");

        Response mine = ifMatch(tag, path, Samples.licence("11"));
        Response theirs = ifMatch(tag, path, Samples.licence("12"));

        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(theirs.statusCode()).isEqualTo(412);
        assertThat(theirs.jsonPath().getString("type")).isEqualTo("/problems/precondition-failed");
        assertThat(Calls.get(Tokens.nou("TH"), path).jsonPath().getString("massKg"))
                .isEqualTo("11");
        assertThat(ifMatch("\"1\"", "/licences/TH/NEVER-1", Samples.licence("1"))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void lets_one_of_many_writers_who_read_the_same_version_win() throws Exception {
        String path = "/licences/TH/RACE-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("1"));
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 2; i < 18; i++) {
            String body = Samples.licence(Integer.toString(i));
            writers.add(() -> ifMatch("\"1\"", path, body).statusCode());
        }

        List<Integer> answers = together(writers);

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(15);
    }

    @Test
    void keeps_every_version_of_writers_who_do_not_look() throws Exception {
        String path = "/licences/TH/RACE-2";
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 1; i < 17; i++) {
            String body = Samples.licence(Integer.toString(i));
            writers.add(() -> Calls.put(Tokens.nou("TH"), path, body).statusCode());
        }

        List<Integer> answers = together(writers);

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(15);
        assertThat(Calls.get(Tokens.nou("TH"), path).header("ETag")).isEqualTo("\"16\"");
    }

    @Test
    void moves_by_the_state_table_and_names_what_it_allows() {
        String path = "/licences/TH/MOVE-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));

        assertThat(move(path, "suspend").jsonPath().getString("state")).isEqualTo("suspended");
        Response illegal = move(path, "revoke");
        assertThat(illegal.statusCode()).isEqualTo(409);
        assertThat(illegal.jsonPath().getString("detail")).isEqualTo("the record is suspended; allowed: reinstate");
        assertThat(move(path, "reinstate").jsonPath().getString("state")).isEqualTo("issued");
        assertThat(move(path, "revoke").jsonPath().getString("state")).isEqualTo("revoked");
        assertThat(move(path, "reinstate").statusCode()).isEqualTo(409);
        assertThat(Calls.put(Tokens.nou("TH"), path, Samples.licence("99")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void asks_why_before_it_moves() {
        String path = "/licences/TH/WHY-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));

        Response silent = Calls.post(Tokens.nou("TH"), path + "/suspend", "{}");

        assertThat(silent.statusCode()).isEqualTo(400);
        assertThat(silent.jsonPath().getList("errors.pointer")).containsExactly("/reason");
    }

    @Test
    void lets_only_the_competent_authority_write() {
        String waste = Samples.licence("PH", "KR", "a1160");

        assertThat(Calls.put(Tokens.nou("KR"), "/licences/KR/W-1", waste).statusCode())
                .isEqualTo(403);
        assertThat(Calls.put(Tokens.competentAuthority("KR"), "/licences/KR/W-1", waste)
                        .statusCode())
                .isEqualTo(201);
        assertThat(Calls.post(Tokens.nou("KR"), "/licences/KR/W-1/suspend", Samples.reason())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void lets_the_union_issue_for_a_member() {
        String path = "/licences/EU/26IMP-9";

        assertThat(Calls.put(Tokens.nou("EU"), path, Samples.licence("CN", "NL", "hcfc-22"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(Calls.put(Tokens.nou("NL"), path, Samples.licence("CN", "NL", "hcfc-22"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Calls.get(Tokens.customs("NL"), path).statusCode()).isEqualTo(200);
        assertThat(Calls.get(Tokens.customs("EU"), path).statusCode()).isEqualTo(200);
        assertThat(Calls.get(Tokens.customs("DE"), path).statusCode()).isEqualTo(404);
    }

    @Test
    void lists_page_by_page_what_the_country_may_read_and_nothing_else() {
        for (int i = 0; i < 7; i++) {
            Calls.put(Tokens.nou("MY"), "/licences/MY/PAGE-" + i, Samples.licence("SG", "MY", "hcfc-22"));
        }
        Calls.put(Tokens.nou("MY"), "/licences/MY/PAGE-9", Samples.licence("VN", "MY", "hcfc-22"));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Calls.get(Tokens.customs("SG"), "/licences?issuer=MY&limit=3" + cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("items.number"));
            String next = page.jsonPath().getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly("PAGE-0", "PAGE-1", "PAGE-2", "PAGE-3", "PAGE-4", "PAGE-5", "PAGE-6");
        assertThat(Calls.get(Tokens.customs("BR"), "/licences?issuer=MY")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Calls.get(Tokens.customs("MY"), "/licences?text=page-9")
                        .jsonPath()
                        .getList("items.number"))
                .containsExactly("PAGE-9");
        assertThat(Calls.get(Tokens.customs("MY"), "/licences?text=%25")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    massKg      | "-1"           | 400
                    massKg      | "0"            | 422
                    massKg      | "ten"          | 400
                    massKg      | true           | 400
                    massKg      | 1e400000000    | 400
                    massKg      | null           | 400
                    commodity   | "hcfc-2222"    | 422
                    commodity   | 22             | 400
                    holder      | ""             | 400
                    holder      | "a\\u0000b"    | 400
                    holder      | "a\\ud800b"    | 400
                    kind        | "both"         | 400
                    use         | null           | 400
                    validUntil  | "2025-12-31"   | 422
                    validUntil  | "2026-02-30"   | 400
                    validFrom   | "+99999-01-01" | 400
                    exporterCountry | "kr"       | 400
                    importerCountry | "KR"       | 422
                    issuer      | "KR"           | 422
                    number      | "OTHER"        | 422
                    state       | "revoked"      | 422
                    ports       | "THLCH"        | 400
                    colour      | "red"          | 400
                    """)
    void names_the_field_that_is_wrong(String field, String value, int status) {
        String right = Samples.licence("10");
        String broken = right.contains("\"" + field + "\"")
                ? right.replaceFirst(
                        "\"" + field + "\": \"[^\"]*\"",
                        java.util.regex.Matcher.quoteReplacement("\"" + field + "\": " + value))
                : right.replaceFirst(
                        "\\{", java.util.regex.Matcher.quoteReplacement("{\"" + field + "\": " + value + ", "));

        Response answer = Calls.put(Tokens.nou("TH"), "/licences/TH/BROKEN", broken);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains("/" + field);
        assertThat(Calls.get(Tokens.nou("TH"), "/licences/TH/BROKEN").statusCode())
                .isEqualTo(404);
    }

    @Test
    void names_all_fields_that_are_wrong_at_once() {
        Response answer = Calls.put(Tokens.nou("TH"), "/licences/TH/BROKEN", """
                {"kind": "both", "massKg": "-3", "commodity": "nothing-known", "validFrom": "yesterday", "x": 1}""");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .contains(
                        "/kind",
                        "/massKg",
                        "/commodity",
                        "/validFrom",
                        "/validUntil",
                        "/holder",
                        "/use",
                        "/exporterCountry",
                        "/importerCountry",
                        "/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{} {}", "{\"kind\":"})
    void refuses_what_is_no_object(String body) {
        Response answer = Calls.put(Tokens.nou("TH"), "/licences/TH/BROKEN", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refuses_a_number_that_cannot_be_kept() {
        assertThat(Calls.put(Tokens.nou("TH"), "/licences/TH/a%00b", Samples.licence("1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Calls.get(Tokens.nou("TH"), "/licences/TH/a%00b").statusCode())
                .isEqualTo(404);
        assertThat(Calls.get(Tokens.nou("TH"), "/licences?text=a%00b").statusCode())
                .isEqualTo(400);
        assertThat(Calls.put(Tokens.nou("TH"), "/licences/TH/" + "9".repeat(201), Samples.licence("1"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static Response move(String path, String move) {
        return Calls.post(Tokens.nou("TH"), path + "/" + move, Samples.reason());
    }

    private static Response ifMatch(String tag, String path, String body) {
        return Calls.as(Tokens.nou("TH")).header("If-Match", tag).body(body).put("/v1" + path);
    }

    private static List<Integer> together(List<Callable<Integer>> writers) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(writers.size())) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(writers)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
