package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.registry.papers.Ed25519Check;

/** A licence from application to paper: states, amounts, balances, history, signed codes and sheets. */
@QuarkusTest
@RegistryServers
class LicenceLifeIT {

    @Inject
    DataSource database;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void takes_in_an_application_and_issues_or_refuses_it() {
        for (String end : List.of("issue", "refuse")) {
            String path = "/licences/TH/APPLY-" + end;
            Response applied = Calls.put(
                    Tokens.nou("TH"), path, Samples.licence("10").replaceFirst("\\{", "{\"state\": \"applied\","));
            assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(201);
            assertThat(applied.jsonPath().getString("state")).isEqualTo("applied");

            Response illegal = move(path, "suspend");
            assertThat(illegal.statusCode()).isEqualTo(409);
            assertThat(illegal.jsonPath().getString("detail")).contains("applied", "allowed: issue, refuse");
            assertThat(move(path, end).jsonPath().getString("state"))
                    .isEqualTo(end.equals("issue") ? "issued" : "refused");
        }
        assertThat(move("/licences/TH/APPLY-refuse", "issue").statusCode()).isEqualTo(409);
    }

    @Test
    void expires_by_itself_after_its_last_day_and_not_while_suspended() {
        String over = Samples.licence("10").replace("2099-12-31", "2026-01-02");
        Calls.put(Tokens.nou("TH"), "/licences/TH/OVER-1", over);
        Calls.put(Tokens.nou("TH"), "/licences/TH/OVER-2", Samples.licence("10"));
        move("/licences/TH/OVER-2", "suspend");
        Calls.put(Tokens.nou("TH"), "/licences/TH/OVER-2", over);

        awaitState("/licences/TH/OVER-1", "expired");
        assertThat(state("/licences/TH/OVER-2")).isEqualTo("suspended");
        move("/licences/TH/OVER-2", "reinstate");
        awaitState("/licences/TH/OVER-2", "expired");
        assertThat(move("/licences/TH/OVER-1", "suspend").statusCode()).isEqualTo(409);
        assertThat(Calls.get(Tokens.nou("TH"), "/licences/TH/OVER-1/history")
                        .jsonPath()
                        .getList("items.new.state"))
                .containsExactly("issued", "expired");
    }

    @ParameterizedTest
    @CsvSource({"odpTonnes, 3.3", "co2eTonnes, 108600", "units, 250", "massKg, 0.5"})
    void grants_in_one_of_four_units_and_reads_back_the_same(String unit, String amount) {
        String path = "/licences/TH/UNIT-" + unit;
        String body = Samples.licence("10").replace("\"massKg\": \"10\"", "\"" + unit + "\": \"" + amount + "\"");

        Response put = Calls.put(Tokens.nou("TH"), path, body);

        assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);
        Response read = Calls.get(Tokens.customs("KR"), path);
        assertThat(read.jsonPath().getString(unit)).isEqualTo(amount);
        assertThat(Calls.put(Tokens.nou("TH"), path, read.asString()).header("ETag"))
                .isEqualTo(put.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                "odpTonnes": "1", "massKg": "1"   | 422 | /odpTonnes
                "units": 0                        | 422 | /units
                "units": "1.5"                    | 400 | /units
                "co2eTonnes": "-1"                | 400 | /co2eTonnes
                "odpTonnes": 1e400000000          | 400 | /odpTonnes
                "condition": "virgin"             | 400 | /massKg
                """)
    void grants_exactly_one_amount(String fields, int status, String pointer) {
        String body = Samples.licence("10").replace("\"massKg\": \"10\"", fields);

        Response answer = Calls.put(Tokens.nou("TH"), "/licences/TH/UNIT-WRONG", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).containsExactly(pointer);
    }

    @Test
    void tells_its_readers_who_changed_what_and_why() {
        String path = "/licences/TH/STORY-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));
        move(path, "suspend");

        JsonPath own = Calls.get(Tokens.customs("TH"), path + "/history").jsonPath();
        JsonPath other = Calls.get(Tokens.customs("KR"), path + "/history").jsonPath();

        assertThat(own.getList("items.new.state")).containsExactly("issued", "suspended");
        assertThat(own.getList("items.by")).containsExactly("TH-nou", "TH-nou");
        assertThat(own.getString("items[1].reason")).isEqualTo("the holder is being looked into");
        assertThat(own.getString("items[1].old.state")).isEqualTo("issued");
        assertThat(own.getString("items[1].person")).isEqualTo("th-nou");
        assertThat(other.getList("items.new.state")).containsExactly("issued", "suspended");
        assertThat(other.getString("items[1].person")).isNull();
        assertThat(Calls.get(Tokens.customs("JP"), path + "/history").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shows_the_newest_balance_whatever_comes_twice_late_or_broken() throws Exception {
        String path = "/licences/TH/BALANCE-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("20000"));
        assertThat(Calls.get(Tokens.nou("TH"), path).jsonPath().getMap("balance"))
                .isNull();

        tell("TH/BALANCE-1", balance("TH/BALANCE-1", 3, "5000"));
        tell("TH/BALANCE-1", "poison");
        tell("TH/BALANCE-1", balance("TH/BALANCE-1", 2, "9000"));
        tell("TH/BALANCE-1", balance("TH/BALANCE-1", 3, "5000"));
        tell("TH/BALANCE-2", balance("TH/BALANCE-2", 1, "0"));
        Calls.put(Tokens.nou("TH"), "/licences/TH/BALANCE-2", Samples.licence("20000"));
        awaitExhausted("/licences/TH/BALANCE-2");

        Response read = Calls.get(Tokens.customs("KR"), path);
        assertThat(read.jsonPath().getString("balance.left.kg")).isEqualTo("5000");
        assertThat(read.jsonPath().getString("balance.asOf")).isEqualTo("2026-02-11T03:30:00Z");
        assertThat(read.jsonPath().getBoolean("exhausted")).isFalse();
        assertThat(read.jsonPath().getString("state")).isEqualTo("issued");
        assertThat(Calls.put(Tokens.nou("TH"), path, read.asString()).statusCode())
                .as("what was read is put back")
                .isEqualTo(200);
        assertThat(count("select count(*) from put_aside where topic = 'balances' and key = 'licence:TH/BALANCE-1'"
                        + " and payload = 'poison' and reason like 'cannot be read%'"))
                .isEqualTo(1);
        JsonPath check =
                Calls.post(Tokens.customs("TH"), "/licence-checks", """
                {"number": "BALANCE-2", "issuer": "TH", "on": "2026-06-01"}""").jsonPath();
        assertThat(check.getString("outcome")).isEqualTo("used-up");
        assertThat(check.getBoolean("licence.exhausted")).isTrue();
    }

    @Test
    void signs_a_code_that_anybody_can_check_offline() throws Exception {
        String path = "/licences/KE/" + Calls.encoded("KE/QR/ 1");
        Calls.put(Tokens.nou("KE"), path, Samples.licence("AE", "KE", "r-410a"));

        String code = code(Tokens.customs("AE"), path);

        JsonPath claims = JsonPath.from(decoded(code, 1));
        assertThat(claims.getString("iss")).isEqualTo("KE-nou");
        assertThat(claims.getString("sub")).isEqualTo("KE/KE/QR/ 1");
        assertThat(claims.getString("massKg")).isEqualTo("1000");
        assertThat(claims.getString("state")).isEqualTo("issued");
        assertThat(Ed25519Check.holds(code, publishedPoint(code))).isTrue();
        String forged = decoded(code, 1).replace("\"1000\"", "\"9000\"");
        String[] parts = code.split("\\.");
        String tampered = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        assertThat(Ed25519Check.holds(tampered, publishedPoint(code))).isFalse();
        Response picture = Calls.get(Tokens.customs("KE"), path + "/qr");
        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(scanned(picture.asByteArray())).startsWith(parts[0] + ".");
        assertThat(Calls.get(Tokens.customs("JP"), path + "/qr").statusCode()).isEqualTo(404);
    }

    @Test
    void keeps_old_keys_published_when_a_new_one_signs() throws Exception {
        String path = "/licences/SG/ROTATE-1";
        Calls.put(Tokens.nou("SG"), path, Samples.licence("MY", "SG", "hcfc-22"));
        String before = code(Tokens.nou("SG"), path);

        assertThat(Calls.post(Tokens.nou("MY"), "/keys/SG-nou/rotate", "{}").statusCode())
                .isEqualTo(403);
        Response rotated = Calls.post(Tokens.nou("SG"), "/keys/SG-nou/rotate", "{}");
        String after = code(Tokens.nou("SG"), path);

        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
        assertThat(kid(after)).isEqualTo(rotated.jsonPath().getString("kid")).isNotEqualTo(kid(before));
        assertThat(Ed25519Check.holds(before, publishedPoint(before))).isTrue();
        assertThat(Ed25519Check.holds(after, publishedPoint(after))).isTrue();
        Response anonymous = RestAssured.given().get("/v1/keys");
        assertThat(anonymous.statusCode()).isEqualTo(200);
        assertThat(anonymous
                        .jsonPath()
                        .getList("keys.findAll { it.administration == 'SG-nou' }.notAfter", String.class))
                .hasSize(2)
                .containsNull();
        assertThat(anonymous.asString()).doesNotContain("\"d\"", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/1", "进口许可 2026/1"})
    void prints_a_sheet_with_every_block_and_the_code(String number) throws Exception {
        String path = "/licences/KE/" + Calls.encoded(number);
        Calls.put(
                Tokens.nou("KE"),
                path,
                Samples.licence("AE", "KE", "r-410a")
                        .replaceFirst("\\{", "{\"intendedUse\": \"<b>cold & dry</b>\", \"ports\": [\"KEMBA\"],"));

        Response sheet = Calls.get(Tokens.customs("AE"), path + "/sheet.pdf");

        assertThat(sheet.statusCode()).as(sheet.asString()).isEqualTo(200);
        assertThat(sheet.contentType()).isEqualTo("application/pdf");
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve("licence.pdf"), sheet.asByteArray());
        try (PDDocument document = Loader.loadPDF(sheet.asByteArray())) {
            String text = new PDFTextStripper().getText(document);
            for (int block = 1; block <= 17; block++) {
                assertThat(text).contains(block + ". ");
            }
            assertThat(text).contains("X-01", "1000 kg", "<b>cold & dry</b>", "KEMBA", "r-410a");
        }
        assertThat(Calls.get(Tokens.customs("JP"), path + "/sheet.pdf").statusCode())
                .isEqualTo(404);
    }

    private static Response move(String path, String move) {
        return Calls.post(Tokens.nou("TH"), path + "/" + move, Samples.reason());
    }

    private static String state(String path) {
        return Calls.get(Tokens.nou("TH"), path).jsonPath().getString("state");
    }

    private static void awaitState(String path, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(path)
                .equals(state));
    }

    private static String code(String token, String path) {
        Response answer = Calls.as(token).accept("application/jose").get("/v1" + path + "/qr");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private static String publishedPoint(String code) {
        return RestAssured.given()
                .get("/v1/keys")
                .jsonPath()
                .getString("keys.find { it.kid == '" + kid(code) + "' }.x");
    }

    private static String kid(String code) {
        return JsonPath.from(decoded(code, 0)).getString("kid");
    }

    private static String decoded(String code, int part) {
        return new String(Base64.getUrlDecoder().decode(code.split("\\.")[part]), StandardCharsets.UTF_8);
    }

    private static String scanned(byte[] png) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels))))
                .getText();
    }

    private static void awaitExhausted(String path) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Calls.get(Tokens.nou("TH"), path).asString().contains("\"exhausted\":true"));
    }

    private static String balance(String licence, long revision, String left) {
        return """
                {"id": "0b9f2c2e-6c5e-5d3a-9a4f-000000000003", "record": "licence:%s", "revision": %d,
                 "asOf": "2026-02-11T03:30:00Z", "granted": {"kg": 20000}, "drawn": {"kg": 1}, "pending": {"kg": 0},
                 "left": {"kg": %s}}""".formatted(licence, revision, left);
    }

    private static void tell(String licence, String payload) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", PostgresAndKafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topic.BALANCES.topicName(),
                            0,
                            "licence:" + licence,
                            payload.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private long count(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
