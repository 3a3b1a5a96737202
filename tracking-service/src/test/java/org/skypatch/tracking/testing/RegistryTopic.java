package org.skypatch.tracking.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.embedded.testing.PostgresAndKafka;

/** Says on the topics what the registry, or a hostile producer, would say. */
public final class RegistryTopic implements AutoCloseable {

    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
    private static final AdministrationId REGISTRY = AdministrationId.of("skypatch-registry");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", PostgresAndKafka.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A small catalogue, two countries of one region, and the marker that closes it. */
    public void catalogue() {
        List<CommodityFact> commodities = List.of(TestRegister.HCFC_22, TestRegister.HFC_134A, TestRegister.A1160);
        commodities.forEach(commodity -> say(
                "commodity:" + commodity.id(),
                new RegistryEvent.CommodityRecorded(commodity.id().value(), 1, dated(commodity))));
        Stream.of("KR", "TH")
                .map(code -> new PartyFact(CountryCode.of(code), Map.of("en", code), "Asia/Pacific", Map.of()))
                .forEach(party -> say(
                        "party:" + party.country(),
                        new RegistryEvent.PartyRecorded(party.country().value(), 1, dated(party))));
        say(
                "catalogue:catalogue",
                new RegistryEvent.CatalogueRecorded("catalogue", 1, "test", commodities.size(), 2, EARLIER));
    }

    /** That the administration reports everything and shares every list as complete. */
    public void covers(String administration) {
        CoverageFact fact = new CoverageFact(
                AdministrationId.of(administration),
                List.of("*"),
                List.of(),
                List.of("*"),
                List.of("licences", "traders", "quotas"),
                null,
                LocalDate.parse("2010-01-01"),
                null);
        say("coverage:" + administration, new RegistryEvent.CoverageRecorded(administration, 1, dated(fact)));
    }

    public void licence(LicenceFact licence, long revision) {
        String key = licence.issuer() + "/" + licence.number();
        say("licence:" + key, new RegistryEvent.LicenceRecorded(key, revision, dated(licence)));
    }

    public void quota(String key, QuotaFact quota) {
        say("quota:" + key, new RegistryEvent.QuotaRecorded(key, 1, dated(quota)));
    }

    public void notification(NotificationFact notification) {
        String key = notification.exportCountry() + "/" + notification.number();
        say("notification:" + key, new RegistryEvent.NotificationRecorded(key, 1, dated(notification)));
    }

    private static <F> List<Dated<F>> dated(F fact) {
        return List.of(new Dated<>(EARLIER, REGISTRY, fact));
    }

    private void say(String key, RegistryEvent event) {
        try {
            send(Topic.REGISTRY_EVENTS, key, JSON.writerFor(RegistryEvent.class).writeValueAsBytes(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any record at all. */
    public void send(Topic topic, String key, String payload) {
        send(topic, key, payload.getBytes(StandardCharsets.UTF_8));
    }

    private void send(Topic topic, String key, byte[] payload) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, payload)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
