package org.skypatch.contracts.topic;

import java.time.Duration;
import java.util.Map;

/** The Kafka topics between the services. Topics exist only between services and are created explicitly. */
public enum Topic {
    /** Customs events as they were taken; key: the decisive reference. */
    CUSTOMS_EVENTS("customs-events", 6, keptFor(Duration.ofDays(30))),
    /** Records that could not be read or applied, with the reason in a header; can be driven again. */
    CUSTOMS_EVENTS_PARKED("customs-events-parked", 1, keptFor(Duration.ofDays(30))),
    /** Registry records with all their dated versions; key: the record. */
    REGISTRY_EVENTS("registry-events", 3, compacted()),
    /** Things that a person must do, with addressees. */
    REGISTRY_TASKS("registry-tasks", 3, keptFor(Duration.ofDays(30))),
    /** Findings and departure notices; key: the movement. */
    FINDINGS("findings", 6, keptFor(Duration.ofDays(30))),
    /** Live balances of licences, notifications and quotas; key: the record. */
    BALANCES("balances", 3, compacted()),
    /** Releases of movements to other administrations. */
    RELEASES("releases", 1, keptFor(Duration.ofDays(30)));

    private final String topicName;
    private final int partitions;
    private final Map<String, String> settings;

    Topic(String topicName, int partitions, Map<String, String> settings) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.settings = settings;
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
    }

    private static Map<String, String> compacted() {
        return Map.of("cleanup.policy", "compact");
    }

    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** The broker's topic settings, by their Kafka names. */
    public Map<String, String> settings() {
        return settings;
    }
}
