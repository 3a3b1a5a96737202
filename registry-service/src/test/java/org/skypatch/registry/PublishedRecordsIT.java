package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.imports.CatalogueAtStart;
import org.skypatch.registry.record.RecordKind;

/** What a consumer of {@code registry-events} that starts empty comes to know. */
@QuarkusTest
@RegistryServers
class PublishedRecordsIT {

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    CatalogueAtStart catalogue;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void sends_a_record_with_all_its_versions() throws Exception {
        String path = "/licences/KE/" + Calls.encoded("KE/PUB/1");
        Calls.put(Tokens.nou("KE"), path, Samples.licence("AE", "KE", "r-410a"));
        Calls.post(Tokens.nou("KE"), path + "/suspend", Samples.reason());
        Calls.post(Tokens.nou("KE"), path + "/reinstate", Samples.reason());

        ConsumerRecord<String, byte[]> record = last("licence:KE/KE/PUB/1", 3);

        assertThat(header(record, "ce_type")).isEqualTo("licence-recorded");
        assertThat(header(record, "ce_source")).isEqualTo("/registry-service");
        RegistryEvent.LicenceRecorded licence = (RegistryEvent.LicenceRecorded)
                JsonHabits.forTopics(json).readValue(record.value(), RegistryEvent.class);
        assertThat(licence.key()).isEqualTo("KE/KE/PUB/1");
        assertThat(licence.revision()).isEqualTo(3);
        assertThat(licence.versions())
                .extracting(version -> version.fact().state().label())
                .containsExactly("issued", "suspended", "issued");
        assertThat(licence.versions())
                .allSatisfy(version -> assertThat(version.by()).hasToString("KE-nou"))
                .isSortedAccordingTo((one, other) -> one.recordedAt().compareTo(other.recordedAt()));
        LicenceFact now = licence.versions().getLast().fact();
        assertThat(now.massKg()).hasToString("1000");
    }

    @Test
    void sends_each_kind_under_its_own_key() throws Exception {
        Calls.put(Tokens.nou("VN"), "/traders/VN/" + Calls.encoded("a/b"), Samples.trader("Công ty Lạnh"));
        Calls.put(Tokens.admin(), "/coverage/VN-customs", Samples.coverage());
        Calls.put(Tokens.nou("VN"), "/requirements/VN/R-1", Samples.requirement("F"));

        assertThat(kindOf(last("trader:VN/a/b", 1))).isEqualTo("trader");
        assertThat(kindOf(last("coverage:VN-customs", 1))).isEqualTo("coverage");
        assertThat(kindOf(last("requirement:VN/R-1", 1))).isEqualTo("requirement");
        assertThat(kindOf(last("commodity:hcfc-22", 1))).isEqualTo("commodity");
        assertThat(kindOf(last("party:TH", 1))).isEqualTo("party");
    }

    @Test
    void closes_the_catalogue_with_the_number_of_its_records() throws Exception {
        JsonNode marker = json.readTree(last("catalogue:catalogue", 1).value());

        List<ConsumerRecord<String, byte[]>> all = everything();

        assertThat(marker.get("version").asText()).isEqualTo("2026-11-23");
        assertThat(marker.get("commodities").asInt())
                .isEqualTo(keys(all, "commodity:"))
                .isGreaterThan(500);
        assertThat(marker.get("parties").asInt()).isEqualTo(keys(all, "party:")).isEqualTo(250);
        ConsumerRecord<String, byte[]> markerRecord = newest(all).get("catalogue:catalogue");
        assertThat(all)
                .filteredOn(record -> record.partition() == markerRecord.partition()
                        && (record.key().startsWith("commodity:")
                                || record.key().startsWith("party:")))
                .allSatisfy(record -> assertThat(record.offset()).isLessThan(markerRecord.offset()));
    }

    @Test
    void records_the_catalogue_once_however_often_and_by_however_many_it_is_started() throws Exception {
        long versions = count("select count(*) from record_version where kind in ('commodity', 'party')");
        forgetTheEdition();

        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            instances.add(Thread.ofVirtual().start(catalogue::record));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        assertThat(count("select count(*) from record_version where kind in ('commodity', 'party')"))
                .isEqualTo(versions);
        assertThat(count("select count(*) from catalogue_edition")).isEqualTo(1);
    }

    @Test
    void keeps_who_when_old_and_new_of_every_change() throws Exception {
        String path = "/licences/TH/HIST-1";
        Calls.put(Tokens.nou("TH"), path, Samples.licence("10"));
        Calls.post(Tokens.nou("TH"), path + "/revoke", Samples.reason());

        assertThat(count("""
                select count(*) from record_version
                where kind = 'licence' and name = 'TH/HIST-1' and revision = 2 and recorded_by = 'TH-nou'
                  and person = 'th-nou' and reason = 'the holder is being looked into'
                  and old_fact ->> 'state' = 'issued' and new_fact ->> 'state' = 'revoked'
                """)).isEqualTo(1);
    }

    @Test
    void lets_a_consumer_that_starts_empty_rebuild_every_record_with_all_its_versions() throws Exception {
        writeSomeOfEveryKind();
        Map<String, JsonNode> kept = versionsKept();

        Map<String, JsonNode> rebuilt = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(this::rebuilt, told -> kept.entrySet().stream()
                        .allMatch(record -> revision(told.get(record.getKey()))
                                >= record.getValue().size()));

        assertThat(kept.keySet().stream().map(key -> key.substring(0, key.indexOf(':'))))
                .containsAll(everyKind());
        assertThat(rewritten(kept))
                .as("kinds of which a record was written more than once")
                .containsAll(everyKind());
        kept.forEach((key, versions) -> {
            JsonNode told = rebuilt.get(key).get("versions");
            assertThat(told.size()).as(key).isGreaterThanOrEqualTo(versions.size());
            for (int i = 0; i < versions.size(); i++) {
                assertThat(plain(told.get(i))).as(key + " version " + (i + 1)).isEqualTo(versions.get(i));
            }
        });
        recordsAsTheyStand().forEach((key, standing) -> {
            JsonNode told = rebuilt.get(key);
            int revision = standing.get("revision").asInt();
            assertThat(told.get("versions").get(revision - 1).get("fact"))
                    .as(key)
                    .isEqualTo(standing.get("fact"));
        });
        for (String path : List.of("/licences/NP/REBUILT-1", "/traders/NP/REBUILT-1")) {
            JsonNode read = json.readTree(Calls.get(Tokens.nou("NP"), path).asString());
            JsonNode versions = rebuilt.get(path.substring(1, path.indexOf('/', 1) - 1) + ":NP/REBUILT-1")
                    .get("versions");
            assertThat(versions.get(versions.size() - 1).get("fact")).isEqualTo(read);
        }
    }

    /** All kinds of records there are. */
    private static List<String> everyKind() {
        List<String> kinds = Arrays.stream(RecordKind.class.getFields())
                .filter(field -> field.getType().equals(RecordKind.class))
                .map(PublishedRecordsIT::label)
                .toList();
        assertThat(kinds).hasSizeGreaterThan(20);
        return kinds;
    }

    private static String label(Field kind) {
        try {
            return ((RecordKind<?>) kind.get(null)).label();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kinds with a record of several versions; the catalogue's own have another only with another edition. */
    private static Set<String> rewritten(Map<String, JsonNode> kept) {
        return Stream.concat(
                        kept.entrySet().stream()
                                .filter(record -> record.getValue().size() > 1)
                                .map(record -> record.getKey()
                                        .substring(0, record.getKey().indexOf(':'))),
                        Stream.of("commodity", "party"))
                .collect(Collectors.toSet());
    }

    private void writeSomeOfEveryKind() {
        for (int times = 0; times < 2; times++) {
            String year = "201" + times;
            writeOfTheOzoneUnit(Tokens.nou("NP"), times, year);
            writeOfTheCompetentAuthority(Tokens.competentAuthority("NP"), year);
            done(Calls.put(
                    Tokens.admin(), "/coverage/NP-rebuilt", Samples.coverage().replace("2010", year)));
            done(Calls.put(Tokens.admin(), "/territories/rebuilt-union", """
                    {"kind": "customs-union", "name": "A union", "members": ["NP", "BT"], "from": "2000-01-01",
                     "until": "%s-12-31", "legalBasis": "a treaty"}""".formatted(year)));
            done(Calls.put(Tokens.admin(), "/administrations/NP-rebuilt", """
                    {"name": "Ozone Unit since %s", "country": "NP", "competences": ["pop"]}""".formatted(year)));
            done(Calls.put(Tokens.customs("NP"), "/watchlist/NP/REBUILT-1", """
                    {"kind": "container", "value": "MSKU1234565", "reason": "seen in %s", "until": "2090-12-31",
                     "sharedWith": ["IN"]}""".formatted(year)));
        }
        writeInSteps();
    }

    private static void writeOfTheOzoneUnit(String nou, int times, String year) {
        done(Calls.put(
                nou,
                "/licences/NP/REBUILT-1",
                Samples.licence("IN", "NP", "r-410a").replace("1000", "100" + times)));
        done(Calls.put(nou, "/traders/NP/REBUILT-1", Samples.trader("Himal Cooling " + times)));
        done(Calls.put(nou, "/requirements/NP/REBUILT-1", Samples.requirement(times == 0 ? "F" : "C-I")));
        done(Calls.put(nou, "/prohibitions/NP/REBUILT-1", """
                {"kind": "ban", "direction": "import", "group": "C-I", "from": "%s-01-01", "legalBasis": "Ozone Act"}""".formatted(year)));
        done(Calls.put(nou, "/quotas/NP/2090/C-I", """
                {"direction": "import", "odpTonnes": "1.%d"}""".formatted(times)));
        done(Calls.put(nou, "/sharing/NP", """
                {"shares": [{"list": "quotas", "with": ["%s"]}]}""".formatted(times == 0 ? "IN" : "BT")));
        done(Calls.put(nou, "/limits/NP/ipic-reply/2090-01-01", """
                {"startsWith": "consultation-requested", "number": 1%d, "unit": "working-days", "direction": "after",
                 "duty": "asked-party", "effect": "none", "source": "Notification 12"}""".formatted(times)));
    }

    private static void writeOfTheCompetentAuthority(String authority, String year) {
        done(Calls.put(authority, "/agreements/np-bt", """
                {"title": "Arrangement of %s", "exportStates": ["NP"], "importStates": ["BT"], "wasteCodes": ["A1160"],
                 "operations": ["R4"], "from": "2020-01-01", "legalBasis": "Basel Convention, Article 11"}""".formatted(year)));
        done(Calls.put(authority, "/import-responses/NP/alachlor", """
                {"response": "interim", "decision": "consent", "on": "%s-02-01"}""".formatted(year)));
        done(Calls.put(authority, "/exemptions/NP/REBUILT-1", """
                {"commodity": "lindane", "kind": "specific-exemption", "purpose": "head lice and scabies",
                 "from": "2026-01-01", "until": "2090-12-31", "legalBasis": "Annex A, Part I, of %s"}""".formatted(year)));
    }

    /** What is not put but moved from state to state, each of another number every time. */
    private static void writeInSteps() {
        String nou = Tokens.nou("NP");
        String authority = Tokens.competentAuthority("NP");
        String number = "REBUILT-" + UUID.randomUUID();
        String consultation =
                done(Calls.post(nou, "/consultations", """
                        {"exporterCountry": "IN", "importerCountry": "NP", "exporter": {"name": "Deccan Gases"},
                         "importer": {"name": "Himal Cooling"}, "commodity": "hcfc-22", "massKg": "1",
                         "plannedOn": "2090-01-01"}""")).jsonPath().getString("id");
        done(Calls.post(Tokens.nou("IN"), "/consultations/" + consultation + "/ask", "{\"words\": \"Which?\"}"));
        done(Calls.post(nou, "/consultations/" + consultation + "/withdraw", "{}"));
        done(Calls.post(authority, "/notifications", """
                {"number": "%s", "kind": "general", "exporter": "NP-1", "facility": "IN-1", "importCountry": "IN",
                 "wasteCodes": ["A1160"], "operation": "R4", "totalMassKg": "60000", "shipments": 3,
                 "periodFrom": "2026-02-01", "periodUntil": "2027-01-31", "contract": "C-1"}""".formatted(number)));
        done(Calls.post(Tokens.competentAuthority("IN"), "/notifications/" + number + "/decisions", """
                {"country": "IN", "decision": "consented", "on": "2026-01-20"}"""));
        done(Calls.put(authority, "/notifications/" + number + "/shipments/1", """
                {"plannedOn": "2026-03-01", "massKg": "100"}"""));
        done(Calls.post(authority, "/notifications/" + number + "/shipments/1/start", "{\"on\": \"2026-03-01\"}"));
        String exported = written(Calls.post(authority, "/export-notifications", """
                {"importCountry": "IN", "commodity": "aldicarb", "year": 2091, "expectedExportOn": "2091-06-01",
                 "intendedUse": "weed control"}"""), "NP-IN-aldicarb-2091");
        Calls.post(Tokens.competentAuthority("IN"), "/export-notifications/" + exported + "/acknowledge", "{}");
        String certified = written(Calls.post(authority, "/certifications", """
                {"exportCountry": "NP", "importCountry": "US", "commodity": "ddt", "year": 2091, "intendedUse": "vectors",
                 "on": "2026-02-01"}"""), "NP-US-ddt-2091");
        Calls.post(authority, "/certifications/" + certified + "/transmit", "{}");
    }

    /** The id of what was made, now or when the test ran before on the same database. */
    private static String written(Response answer, String id) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 409);
        return answer.statusCode() == 409 ? id : answer.jsonPath().getString("id");
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }

    /** The newest message of every record, as compaction leaves it, wherever it stands on the topic. */
    private Map<String, JsonNode> rebuilt() throws IOException {
        Map<String, JsonNode> newest = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : everything()) {
            JsonNode message = json.readTree(record.value());
            newest.merge(record.key(), message, (one, other) -> revision(one) > revision(other) ? one : other);
        }
        return newest;
    }

    private static long revision(@Nullable JsonNode message) {
        return message == null ? 0 : message.get("revision").asLong();
    }

    /** Every version that the database keeps, by record, oldest first. */
    private Map<String, JsonNode> versionsKept() throws Exception {
        Map<String, ArrayNode> kept = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kind || ':' || name, recorded_at, recorded_by, new_fact"
                        + " from record_version order by kind, name, revision")) {
            while (rows.next()) {
                kept.computeIfAbsent(rows.getString(1), key -> json.createArrayNode())
                        .addObject()
                        .put(
                                "recordedAt",
                                rows.getObject(2, OffsetDateTime.class)
                                        .toInstant()
                                        .toString())
                        .put("by", rows.getString(3))
                        .set("fact", json.readTree(rows.getString(4)));
            }
        }
        return Map.copyOf(kept);
    }

    private Map<String, JsonNode> recordsAsTheyStand() throws Exception {
        Map<String, JsonNode> standing = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select kind || ':' || name, revision, fact from record")) {
            while (rows.next()) {
                standing.put(
                        rows.getString(1),
                        json.createObjectNode()
                                .put("revision", rows.getLong(2))
                                .set("fact", json.readTree(rows.getString(3))));
            }
        }
        return standing;
    }

    /** A version as told, its instant written as the test writes it. */
    private JsonNode plain(JsonNode version) {
        return json.createObjectNode()
                .put(
                        "recordedAt",
                        Instant.parse(version.get("recordedAt").asText()).toString())
                .put("by", version.get("by").asText())
                .set("fact", version.get("fact"));
    }

    private void forgetTheEdition() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from catalogue_edition");
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

    private String kindOf(ConsumerRecord<String, byte[]> record) throws IOException {
        return json.readTree(record.value()).get("kind").asText();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static int keys(List<ConsumerRecord<String, byte[]>> records, String prefix) {
        return (int) newest(records).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .count();
    }

    private static Map<String, ConsumerRecord<String, byte[]>> newest(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> newest = new HashMap<>();
        records.forEach(record -> newest.put(record.key(), record));
        return newest;
    }

    private ConsumerRecord<String, byte[]> last(String key, long revision) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> newest(everything()).get(key), record -> record != null && revisionOf(record) >= revision);
    }

    private long revisionOf(ConsumerRecord<String, byte[]> record) {
        try {
            return json.readTree(record.value()).get("revision").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> everything() {
        return Published.on(Topic.REGISTRY_EVENTS);
    }
}
