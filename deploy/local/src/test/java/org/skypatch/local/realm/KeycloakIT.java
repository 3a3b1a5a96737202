package org.skypatch.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skypatch.embedded.EmbeddedKeycloak;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.FreePorts;
import org.skypatch.embedded.KeycloakProgram;
import org.skypatch.embedded.KeycloakSettings;
import org.skypatch.embedded.PostgresSettings;
import org.skypatch.embedded.ProgramCache;

/** The realm in a real Keycloak. */
class KeycloakIT {

    private static final URI ORIGIN = URI.create("http://skypatch.example:8080");
    private static final List<Integer> PORTS = FreePorts.pick(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;
    private static EmbeddedKeycloak keycloak;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(
                directory.resolve("postgres"),
                PORTS.get(0),
                PostgresSettings.forTests(),
                directory.resolve("postgres.log"));
        postgres.databases().createOwned("keycloak", EmbeddedPostgres.PASSWORD);
        keycloak = startKeycloak();
    }

    private static EmbeddedKeycloak startKeycloak() {
        return EmbeddedKeycloak.start(
                KeycloakProgram.from(Path.of(System.getProperty("skypatch.keycloak")), ProgramCache.ofThisUser()),
                directory.resolve("keycloak"),
                new KeycloakSettings(
                        PORTS.get(1),
                        ORIGIN,
                        Path.of("../keycloak/skypatch-realm.json"),
                        postgres.jdbcUrl("keycloak"),
                        "keycloak",
                        EmbeddedPostgres.PASSWORD),
                directory.resolve("keycloak.log"));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        postgres.close();
        CLIENT.close();
    }

    @Test
    void names_the_administration_country_and_roles_of_a_customs_system() throws Exception {
        JsonObject claims = claims(machine("customs-gh"));

        assertThat(claims.getString("administration")).isEqualTo("GH-customs");
        assertThat(claims.getString("country")).isEqualTo("GH");
        assertThat(claims.getJsonArray("roles")).containsExactlyInAnyOrder("reporter", "officer");
        assertThat(claims.containsKey("competence")).isFalse();
    }

    @Test
    void names_the_competence_of_an_authority() throws Exception {
        JsonObject ozone = claims(person("nou.cn"));
        assertThat(ozone.getString("administration")).isEqualTo("CN-nou");
        assertThat(ozone.getString("country")).isEqualTo("CN");
        assertThat(ozone.getJsonArray("roles")).containsExactlyInAnyOrder("officer", "authority");
        assertThat(ozone.getJsonArray("competence")).containsExactly("ozone");

        assertThat(claims(person("ca.eu")).getJsonArray("competence")).containsExactlyInAnyOrder("basel", "pic", "pop");
    }

    @Test
    void gives_those_of_no_country_a_region_or_neither() throws Exception {
        JsonObject analyst = claims(person("rilo.ap"));
        assertThat(analyst.getString("administration")).isEqualTo("RILO-AP");
        assertThat(analyst.getString("region")).isEqualTo("Asia/Pacific");
        assertThat(analyst.containsKey("country")).isFalse();
        assertThat(analyst.getJsonArray("roles")).containsExactly("analyst");

        JsonObject operator = claims(person("operator"));
        assertThat(operator.getString("administration")).isEqualTo("skypatch-operator");
        assertThat(operator.getJsonArray("roles")).containsExactly("operator");

        JsonObject admin = claims(person("admin"));
        assertThat(admin.getString("administration")).isEqualTo("skypatch-admin");
        assertThat(admin.getJsonArray("roles")).containsExactlyInAnyOrder("admin", "operator");
    }

    @Test
    void issues_for_the_public_origin_and_the_audience_of_the_services() throws Exception {
        String token = machine("customs-gh");

        assertThat(part(token, 0).getString("alg")).isEqualTo("RS256");
        assertThat(claims(token).getString("iss")).isEqualTo(ORIGIN + "/auth/realms/skypatch");
        assertThat(claims(token).getValue("aud")).isIn("skypatch", new JsonArray().add("skypatch"));
    }

    @Test
    void lets_a_person_sign_in_from_the_origin_with_a_code_challenge_only() throws Exception {
        String request = "http://127.0.0.1:" + PORTS.get(1)
                + "/auth/realms/skypatch/protocol/openid-connect/auth?client_id=skypatch-console&response_type=code"
                + "&scope=openid%20profile%20email";
        String challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(status(request + challenge + "&redirect_uri=" + ORIGIN + "/alerts"))
                .isEqualTo(200);
        assertThat(status(request + challenge + "&redirect_uri=http://elsewhere.example/"))
                .isEqualTo(400);
        assertThat(status(request + "&redirect_uri=" + ORIGIN + "/alerts")).isEqualTo(302); // back, with an error
    }

    @Test
    void keeps_its_keys_over_a_restart() throws Exception {
        String before = part(machine("customs-gh"), 0).getString("kid");

        keycloak.close();
        keycloak = startKeycloak();

        assertThat(part(machine("customs-gh"), 0).getString("kid")).isEqualTo(before);
    }

    private static String machine(String client) throws IOException, InterruptedException {
        return token("grant_type=client_credentials&client_id=" + client + "&client_secret=" + Accounts.SECRET);
    }

    private static String person(String name) throws IOException, InterruptedException {
        return token(
                "grant_type=password&client_id=skypatch-console&username=" + name + "&password=" + Accounts.SECRET);
    }

    private static String token(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(keycloak.keys().resolve("token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer =
                CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer).contains("access_token");
        return new JsonObject(answer).getString("access_token");
    }

    private static int status(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static JsonObject claims(String token) {
        return part(token, 1);
    }

    private static JsonObject part(String token, int index) {
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
