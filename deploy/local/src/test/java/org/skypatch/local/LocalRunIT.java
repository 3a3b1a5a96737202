package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A whole run with its real servers, without the services (which the stories add). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalRunIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Ports PORTS = freePorts();
    private static final URI ORIGIN = PORTS.originAddress();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Tokens TOKENS = new Tokens(CLIENT, ORIGIN);

    @TempDir
    static Path directory;

    private static LauncherProcess run;

    @BeforeAll
    static void start_from_nothing() throws IOException {
        Path checkout = Files.createDirectories(directory.resolve("checkout"));
        Files.createSymbolicLink(checkout.resolve("deploy"), Path.of("..").toRealPath());
        run = start("first");
    }

    @AfterAll
    static void end() throws InterruptedException {
        run.process().destroy();
        run.process().waitFor(1, TimeUnit.MINUTES);
        CLIENT.close();
    }

    private static LauncherProcess start(String name) throws IOException {
        LauncherProcess launcher = another(name);
        await().atMost(PATIENCE).until(launcher::isUp);
        return launcher;
    }

    private static LauncherProcess another(String name) throws IOException {
        return LauncherProcess.start(
                directory.resolve("checkout"), directory.resolve("data"), PORTS, directory.resolve(name + ".txt"));
    }

    private static Ports freePorts() {
        return IntStream.iterate(21000, port -> port + 8)
                .mapToObj(Ports::new)
                .filter(ports -> ports.taken().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void tells_the_address_the_accounts_and_what_to_try() {
        assertThat(run.printed())
                .contains("tracking-service is not built and is left out")
                .contains(
                        "Skypatch is up", ORIGIN.toString(), "customs-kr", "skypatch-local", "Ctrl-C stops everything");
    }

    @Test
    @Order(1)
    void names_the_administration_country_and_roles_of_a_customs_system() throws Exception {
        JsonObject claims = Tokens.claims(TOKENS.machine("customs-gh"));

        assertThat(claims.getString("administration")).isEqualTo("GH-customs");
        assertThat(claims.getString("country")).isEqualTo("GH");
        assertThat(claims.getJsonArray("roles")).containsExactlyInAnyOrder("reporter", "officer");
        assertThat(claims.containsKey("competence")).isFalse();
    }

    @Test
    @Order(1)
    void names_the_competence_of_an_authority() throws Exception {
        JsonObject ozone = Tokens.claims(TOKENS.person("nou.cn"));
        assertThat(ozone.getString("administration")).isEqualTo("CN-nou");
        assertThat(ozone.getString("country")).isEqualTo("CN");
        assertThat(ozone.getJsonArray("roles")).containsExactlyInAnyOrder("officer", "authority");
        assertThat(ozone.getJsonArray("competence")).containsExactly("ozone");

        assertThat(Tokens.claims(TOKENS.person("ca.eu")).getJsonArray("competence"))
                .containsExactlyInAnyOrder("basel", "pic", "pop");
    }

    @Test
    @Order(1)
    void gives_those_of_no_country_a_region_or_neither() throws Exception {
        JsonObject analyst = Tokens.claims(TOKENS.person("rilo.ap"));
        assertThat(analyst.getString("administration")).isEqualTo("RILO-AP");
        assertThat(analyst.getString("region")).isEqualTo("Asia/Pacific");
        assertThat(analyst.containsKey("country")).isFalse();
        assertThat(analyst.getJsonArray("roles")).containsExactly("analyst");

        JsonObject operator = Tokens.claims(TOKENS.person("operator"));
        assertThat(operator.getString("administration")).isEqualTo("skypatch-operator");
        assertThat(operator.getJsonArray("roles")).containsExactly("operator");

        JsonObject admin = Tokens.claims(TOKENS.person("admin"));
        assertThat(admin.getString("administration")).isEqualTo("skypatch-admin");
        assertThat(admin.getJsonArray("roles")).containsExactlyInAnyOrder("admin", "operator");
    }

    @Test
    @Order(1)
    void issues_for_the_origin_and_the_audience_of_the_services() throws Exception {
        String token = TOKENS.machine("customs-gh");

        assertThat(Tokens.header(token).getString("alg")).isEqualTo("RS256");
        assertThat(Tokens.claims(token).getString("iss")).isEqualTo(ORIGIN + "/auth/realms/skypatch");
        assertThat(Tokens.claims(token).getValue("aud")).isIn("skypatch", new JsonArray().add("skypatch"));
    }

    @Test
    @Order(1)
    void lets_a_person_sign_in_from_the_origin_with_a_code_challenge_only() throws Exception {
        String request = ORIGIN + "/auth/realms/skypatch/protocol/openid-connect/auth?client_id=skypatch-console"
                + "&response_type=code&scope=openid%20profile%20email";
        String challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(status(request + challenge + "&redirect_uri=" + ORIGIN + "/alerts"))
                .isEqualTo(200);
        assertThat(status(request + challenge + "&redirect_uri=http://elsewhere.example/"))
                .isEqualTo(400);
        assertThat(status(request + "&redirect_uri=" + ORIGIN + "/alerts")).isEqualTo(302); // back, with an error
    }

    @Test
    @Order(2)
    void refuses_a_second_run_on_the_same_data_in_one_line() throws Exception {
        LauncherProcess second = another("second");

        assertThat(second.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(second.printed().strip().lines())
                .singleElement()
                .asString()
                .contains("already runs on", "as " + ORIGIN);
    }

    @Test
    @Order(3)
    void takes_over_from_a_killed_run_with_its_data_and_keys() throws Exception {
        String key = Tokens.header(TOKENS.machine("customs-gh")).getString("kid");
        run.process().destroyForcibly().waitFor();

        run = start("third");

        assertThat(run.printed()).contains("stopped what an earlier run had left behind");
        assertThat(Tokens.header(TOKENS.machine("customs-gh")).getString("kid")).isEqualTo(key);
    }

    @Test
    @Order(4)
    void stops_everything_when_told_to() throws Exception {
        run.process().destroy();

        assertThat(run.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run.printed()).endsWith("Stopped.\n");
        assertThat(PORTS.taken()).isEmpty();
    }

    private static int status(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
