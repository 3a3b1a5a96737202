package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Korea and Thailand share is nobody else's: France, which guesses the references and reports an event that carries
 * them, learns nothing; the region's analyst sees the movement without names and numbers.
 */
@ExtendWith(OnTheWholeSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThirdCountryIT {

    private static final String UCR = "6KRGUESSED-26-0777";
    private static final String EXPORT_DECLARATION = "KR0202605010777";
    private static final String TRANSPORT_DOCUMENT = "KMTCPUS7770777";
    private static final String IMPORT_DECLARATION = "TH026050900777";
    private static final String CONTAINER = "KRSU7770774";
    private static final String LICENCE = "TH-HCFC-2026-77777";
    private static final String EXPORTER = "KR-777-81-00777";
    private static final String EXPORTER_NAME = "Dokdo Specialty Gases Co., Ltd.";
    private static final String IMPORTER = "TH-0105540077777";
    private static final String IMPORTER_NAME = "Chao Phraya Chillers Co., Ltd.";
    private static final String SEAL = "SEAL-777-0777";
    private static final String REMARKS = "opened in the presence of the consignee";

    /** What France knows: it has guessed it. */
    private static final List<String> GUESSED = List.of(UCR, EXPORT_DECLARATION, CONTAINER);

    /** What France cannot know. */
    private static final List<String> UNKNOWN = List.of(
            TRANSPORT_DOCUMENT,
            IMPORT_DECLARATION,
            LICENCE,
            EXPORTER,
            EXPORTER_NAME,
            IMPORTER,
            IMPORTER_NAME,
            SEAL,
            REMARKS);

    private static final Account CUSTOMS = Account.customs("FR");
    private static final Account OZONE_UNIT = Account.ozoneUnit("FR");
    private static final Account RILO = new Account.Person("rilo.ap");

    private final Skypatch skypatch;
    private final List<String> hidden = new ArrayList<>();
    private String movement = "";
    private String alert = "";
    private String standingBefore = "";
    private JsonNode receiptForGuessed = Json.MAPPER.createObjectNode();
    private JsonNode receiptForFree = Json.MAPPER.createObjectNode();

    ThirdCountryIT(Skypatch skypatch) {
        this.skypatch = skypatch;
    }

    @BeforeAll
    void korea_exports_thailand_imports_less_and_france_guesses() {
        new Player(skypatch, Progress.silent(), Patience.ofStories()).load(Scenarios.load("01-silent-arrival"));
        skypatch.put(Account.ozoneUnit("TH"), "/registry/v1/licences/TH/" + LICENCE, """
                        {"kind": "import", "holder": "%s", "counterpart": "%s", "commodity": "hcfc-22", "massKg": "60000",
                         "validFrom": "2026-01-01", "validUntil": "2026-12-31", "use": "multiple",
                         "exporterCountry": "KR", "importerCountry": "TH"}
                        """.formatted(IMPORTER, EXPORTER))
                .orFail();
        skypatch.setClock(Instant.parse("2026-05-10T00:00:00Z"));
        try (NewsStream stream = NewsStream.of(skypatch, OZONE_UNIT)) {
            standingBefore = stream.standing();
        }
        Report export = Report.exported("KR-777-1", "KR", "TH", "2026-05-01T09:00:00+09:00", "10000")
                .reference("ucr", UCR)
                .reference("exportDeclaration", EXPORT_DECLARATION)
                .reference("transportDocument", TRANSPORT_DOCUMENT)
                .licence("TH", LICENCE)
                .trader("exporter", "KR", EXPORTER, EXPORTER_NAME)
                .trader("importer", "TH", IMPORTER, IMPORTER_NAME)
                .container(CONTAINER)
                .with("/remarks", REMARKS);
        export.json().withObject("/transport").withArray("seals").add(SEAL);
        hidden.add(export.apply(skypatch));
        hidden.add(Report.imported("TH-777-1", "KR", "TH", "2026-05-09T09:00:00+07:00", "9000")
                .reference("ucr", UCR)
                .reference("importDeclaration", IMPORT_DECLARATION)
                .licence("TH", LICENCE)
                .trader("importer", "TH", IMPORTER, IMPORTER_NAME)
                .container(CONTAINER)
                .apply(skypatch));
        Inbox korea = new Inbox(skypatch, Account.customs("KR"));
        movement = korea.movement(UCR);
        alert = Json.text(korea.awaitAlerts(movement).getFirst(), "id");

        receiptForGuessed = guess("FR-777-1", UCR, EXPORT_DECLARATION, CONTAINER);
        receiptForFree = guess("FR-777-2", "6KRFREE-26-0778", "KR0202605010778", "KRSU7770780");
        hidden.add(movement);
        hidden.remove(Json.text(receiptForGuessed, "id"));
    }

    /** France reports an import of goods that were never on their way to it. */
    private JsonNode guess(String eventId, String ucr, String exportDeclaration, String container) {
        Report report = Report.imported(eventId, "KR", "FR", "2026-05-08T09:00:00+02:00", "10000")
                .reference("ucr", ucr)
                .reference("exportDeclaration", exportDeclaration)
                .container(container);
        JsonNode receipt = report.post(skypatch);
        Report.awaitApplied(skypatch, CUSTOMS, Json.text(receipt, "id"));
        return receipt;
    }

    @Test
    void its_receipt_is_that_of_a_free_reference() {
        assertThat(withoutIds(receiptForGuessed)).isEqualTo(withoutIds(receiptForFree));
    }

    @Test
    void its_own_event_reads_like_that_of_a_free_reference() {
        JsonNode guessed = event(receiptForGuessed);
        JsonNode free = event(receiptForFree);

        assertThat(guessed.toString()).doesNotContain(hidden).doesNotContain(UNKNOWN);
        assertThat(fieldNames(guessed)).isEqualTo(fieldNames(free));
        assertThat(guessed.path("state")).isEqualTo(free.path("state"));
    }

    private JsonNode event(JsonNode receipt) {
        return skypatch.get(CUSTOMS, "/tracking/v1/customs-events/" + Json.text(receipt, "id"))
                .orFail()
                .json();
    }

    @Test
    void no_list_and_no_filter_shows_the_movement() {
        List<String> queries = List.of(
                "limit=500",
                "reference=" + UCR,
                "reference=" + EXPORT_DECLARATION,
                "reference=" + TRANSPORT_DOCUMENT,
                "reference=" + IMPORT_DECLARATION,
                "licence=" + Skypatch.encoded("TH/" + LICENCE),
                "container=" + CONTAINER,
                "trader=" + EXPORTER,
                "trader=" + Skypatch.encoded(EXPORTER_NAME),
                "trader=" + IMPORTER,
                "text=" + Skypatch.encoded("Dokdo"),
                "text=" + UCR,
                "finding=short-landed",
                "country=KR",
                "dispatch=KR&destination=TH",
                "commodity=hcfc-22&from=2026-04-30&to=2026-05-11");
        for (Account account : List.of(CUSTOMS, OZONE_UNIT)) {
            for (String query : queries) {
                Answer answer = skypatch.get(account, "/tracking/v1/movements?" + query);
                assertThat(answer.body())
                        .as("%s as %s", query, account)
                        .doesNotContain(hidden)
                        .doesNotContain(UNKNOWN);
            }
        }
    }

    @Test
    void a_guessed_reference_finds_as_many_movements_as_a_free_one() {
        Inbox france = new Inbox(skypatch, CUSTOMS);

        assertThat(france.movements("reference=" + UCR)).hasSameSizeAs(france.movements("reference=6KRFREE-26-0778"));
        assertThat(france.movements("container=" + CONTAINER)).hasSameSizeAs(france.movements("container=KRSU7770780"));
        assertThat(france.movements("reference=" + TRANSPORT_DOCUMENT)).isEmpty();
        assertThat(france.movements("licence=" + Skypatch.encoded("TH/" + LICENCE)))
                .isEmpty();
        assertThat(france.movements("trader=" + EXPORTER)).isEmpty();
    }

    @Test
    void what_it_may_not_see_does_not_exist() {
        for (Account account : List.of(CUSTOMS, OZONE_UNIT)) {
            for (String id : hidden) {
                assertNotThere(account, "/tracking/v1/movements/", id);
            }
            assertNotThere(account, "/notification/v1/alerts/", alert);
        }
        for (String id : hidden) {
            assertNotThere(CUSTOMS, "/tracking/v1/customs-events/", id);
        }
    }

    private void assertNotThere(Account account, String path, String id) {
        Answer real = skypatch.get(account, path + id);
        Answer free = skypatch.get(account, path + UUID.randomUUID());
        assertThat(real.status()).as("%s%s as %s", path, id, account).isEqualTo(404);
        assertThat(free.status()).isEqualTo(404);
        assertThat(withoutCorrelation(real)).isEqualTo(withoutCorrelation(free));
        assertThat(real.headers().map().keySet()).isEqualTo(free.headers().map().keySet());
    }

    @Test
    void the_balance_of_a_licence_that_does_not_name_it_does_not_exist() {
        for (Account account : List.of(CUSTOMS, OZONE_UNIT)) {
            Answer real = skypatch.get(account, "/tracking/v1/balances?licence=" + Skypatch.encoded("TH/" + LICENCE));
            Answer free =
                    skypatch.get(account, "/tracking/v1/balances?licence=" + Skypatch.encoded("TH/TH-HCFC-2026-99999"));
            assertThat(real.status()).isEqualTo(free.status());
            assertThat(withoutCorrelation(real)).isEqualTo(withoutCorrelation(free));
        }
    }

    @Test
    void it_is_told_nothing_and_its_stream_does_not_move() {
        for (Account account : List.of(CUSTOMS, OZONE_UNIT)) {
            Inbox france = new Inbox(skypatch, account);
            assertThat(france.alerts(movement)).isEmpty();
            assertThat(france.departureNotices(movement)).isEmpty();
            assertThat(skypatch.get(account, "/notification/v1/alerts?limit=500")
                            .orFail()
                            .body())
                    .doesNotContain(hidden)
                    .doesNotContain(UNKNOWN);
            try (NewsStream stream = NewsStream.of(skypatch, account)) {
                assertThat(stream.standing()).isEqualTo(standingBefore);
            }
        }
    }

    @Test
    void its_report_clears_nothing_of_theirs_and_shows_them_where_goods_were_said_to_be() {
        JsonNode seen = skypatch.get(Account.customs("KR"), "/tracking/v1/movements/" + movement)
                .orFail()
                .json();
        Observed.Movement observed = Observed.Movement.of(seen);

        assertThat(observed.status()).isEqualTo("arrived");
        assertThat(observed.rules("open")).containsExactlyInAnyOrder("diverted", "short-landed");
        Inbox thailand = new Inbox(skypatch, Account.ozoneUnit("TH"));
        assertThat(Patience.ofStories().until(() -> thailand.alerts(movement), alerts -> alerts.size() > 1))
                .extracting(told -> Json.text(told, "rule"))
                .containsExactlyInAnyOrder("diverted", "short-landed");
    }

    @Test
    void the_analyst_of_the_region_sees_it_without_names_and_numbers() {
        List<String> bodies = List.of(
                skypatch.get(RILO, "/tracking/v1/movements/" + movement)
                        .orFail()
                        .body(),
                skypatch.get(RILO, "/tracking/v1/movements?dispatch=KR&destination=TH&limit=500")
                        .orFail()
                        .body(),
                Patience.ofStories()
                        .until(
                                () -> skypatch.get(RILO, "/notification/v1/alerts?movement=" + movement)
                                        .orFail(),
                                answer -> answer.body().contains(movement))
                        .body(),
                skypatch.get(RILO, "/notification/v1/alerts/" + alert).orFail().body(),
                skypatch.get(RILO, "/notification/v1/departure-notices?movement=" + movement)
                        .orFail()
                        .body());

        assertThat(bodies).allSatisfy(body -> assertThat(body)
                .contains(movement)
                .doesNotContain(GUESSED)
                .doesNotContain(UNKNOWN));
    }

    @Test
    void the_analyst_may_not_search_by_what_is_masked() {
        for (String query : List.of(
                "reference=" + UCR,
                "container=" + CONTAINER,
                "trader=" + EXPORTER,
                "licence=" + Skypatch.encoded("TH/" + LICENCE))) {
            Answer answer = skypatch.get(RILO, "/tracking/v1/movements?" + query);
            assertThat(answer.status()).as(query).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain(movement);
        }
    }

    private static JsonNode withoutIds(JsonNode receipt) {
        ObjectNode rest = receipt.deepCopy();
        return rest.without(List.of("id", "eventId"));
    }

    private static JsonNode withoutCorrelation(Answer answer) {
        return answer.json().isObject()
                ? ((ObjectNode) answer.json().deepCopy()).without("correlationId")
                : answer.json();
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
