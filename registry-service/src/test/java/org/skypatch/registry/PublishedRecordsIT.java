package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

        assertThat(marker.get("version").asText()).isEqualTo("2026-11-24");
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
        EveryKind.write();
        Map<String, JsonNode> kept = versionsKept();

        Map<String, JsonNode> rebuilt = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(this::rebuilt, told -> kept.entrySet().stream()
                        .allMatch(record -> revision(told.get(record.getKey()))
                                >= record.getValue().size()));

        assertThat(kept.keySet().stream().map(key -> key.substring(0, key.indexOf(':'))))
                .containsAll(EveryKind.labels());
        assertThat(rewritten(kept))
                .as("kinds of which a record was written more than once")
                .containsAll(EveryKind.labels());
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
