package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
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
