package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.OverdueSweep;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** What findings rest on in movements that a reader does not see stays untold. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class UnseenEvidenceIT {

    private static final String UNSEEN = "another administration's report";

    private static boolean registryHasSpoken;

    @Inject
    CustomsEventProcessing processing;

    @Inject
    OverdueSweep sweep;

    @Inject
    Registers registers;

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("MY-customs");
                registry.covers("KR-customs");
                registry.covers("TH-customs");
                registry.licence(Judged.licence("TH", "UNSEEN-1", "hcfc-22", "1000"), 1);
                registry.licence(Granted.singleUse(Judged.licence("TH", "UNSEEN-2", "hcfc-22", "9000")), 1);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> registers.current().isComplete()
                            && List.of("UNSEEN-1", "UNSEEN-2").stream()
                                    .allMatch(number -> given().auth()
                                                    .oauth2(Tokens.officer("TH"))
                                                    .get("/v1/balances?licence=TH/" + number)
                                                    .statusCode()
                                            == 200));
            registryHasSpoken = true;
        }
    }

    private static Response movement(String country, UUID id) {
        return given().auth().oauth2(Tokens.officer(country)).get("/v1/movements/{id}", id);
    }

    private static String part(Response movement, String rule, String what) {
        return movement.jsonPath().getString("findings.find { it.rule == '" + rule + "' }." + what);
    }

    @Test
    void tells_the_buyer_of_a_re_export_nothing_of_what_had_come_in() {
        var in = imported("MY")
                .named("unseen-in")
                .ucr("UNSEEN-IN")
                .between("KR", "MY")
                .at("2026-02-01T00:00:00Z")
                .kg("421", "hcfc-22")
                .recorded();
        var out = report(CustomsEventType.RE_EXPORT_DECLARED, "MY")
                .named("unseen-out")
                .ucr("UNSEEN-OUT")
                .between("MY", "LK")
                .at("2026-02-10T00:00:00Z")
                .kg("977", "hcfc-22")
                .recorded();
        processing.apply(List.of(in));
        processing.apply(List.of(out));
        while (sweep.sweep() > 0) {}

        Response own = movement("MY", out.id());
        assertThat(part(own, "re-export-exceeds-import", "sentence"))
                .contains("make 977 kg")
                .contains("421 kg had come in");
        Response buyers = movement("LK", out.id());
        assertThat(part(buyers, "re-export-exceeds-import", "evidence"))
                .isEqualTo("[" + out.id() + ", " + UNSEEN + "]");
        assertThat(part(buyers, "re-export-exceeds-import", "sentence")).contains("*** kg had come in");
        assertThat(buyers.asString())
                .doesNotContain("421")
                .doesNotContain("\"KR\"")
                .doesNotContain("2026-02-01")
                .doesNotContain(in.id().toString());
        assertThat(given().auth()
                        .oauth2(Tokens.officer("LK"))
                        .get("/v1/movements?reference=UNSEEN-OUT")
                        .asString())
                .contains(UNSEEN)
                .doesNotContain("421")
                .doesNotContain(in.id().toString());
    }

    @Test
    void tells_a_transit_country_nothing_of_what_others_drew_on_a_licence() {
        var first = export("KR")
                .named("unseen-draw-1")
                .ucr("UNSEEN-D1")
                .citing("TH/UNSEEN-1")
                .at("2026-03-01T00:00:00Z")
                .kg("613", "hcfc-22")
                .recorded();
        var second = export("KR")
                .named("unseen-draw-2")
                .ucr("UNSEEN-D2")
                .citing("TH/UNSEEN-1")
                .through("VN")
                .at("2026-03-04T00:00:00Z")
                .kg("500", "hcfc-22")
                .recorded();
        processing.apply(List.of(first, second));

        assertThat(part(movement("TH", second.id()), "licence-overdrawn", "sentence"))
                .contains("grants 1000 kg")
                .contains("1113 kg");
        Response passing = movement("VN", second.id());
        assertThat(part(passing, "licence-overdrawn", "evidence")).isEqualTo("[" + second.id() + ", " + UNSEEN + "]");
        assertThat(part(passing, "licence-overdrawn", "observed")).isEqualTo("***");
        assertThat(passing.asString())
                .doesNotContain("1113")
                .doesNotContain("613")
                .doesNotContain("2026-03-01")
                .doesNotContain(first.id().toString());
    }

    @Test
    void tells_a_transit_country_only_that_a_single_licence_was_used_before() {
        var first = export("KR")
                .named("unseen-use-1")
                .ucr("UNSEEN-U1")
                .citing("TH/UNSEEN-2")
                .at("2026-03-01T00:00:00Z")
                .kg("611", "hcfc-22")
                .recorded();
        var second = export("KR")
                .named("unseen-use-2")
                .ucr("UNSEEN-U2")
                .citing("TH/UNSEEN-2")
                .through("VN")
                .at("2026-03-04T00:00:00Z")
                .recorded();
        processing.apply(List.of(first, second));

        assertThat(part(movement("KR", second.id()), "licence-reused", "sentence"))
                .contains("number 2 on it");
        Response passing = movement("VN", second.id());
        assertThat(part(passing, "licence-reused", "sentence")).contains("number *** on it");
        assertThat(part(passing, "licence-reused", "evidence")).isEqualTo("[" + second.id() + ", " + UNSEEN + "]");
        assertThat(passing.asString()).doesNotContain(first.id().toString());
    }
}
