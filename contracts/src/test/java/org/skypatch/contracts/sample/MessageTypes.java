package org.skypatch.contracts.sample;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.topic.Topic;

/** Every type of message, by the topic it travels on, and the record it is read as: taken from the code, never listed by hand. */
public final class MessageTypes {

    private MessageTypes() {}

    /** The labels of the message types of a topic; none if nothing is published on it yet. */
    public static List<String> of(Topic topic) {
        return switch (topic) {
            case CUSTOMS_EVENTS, CUSTOMS_EVENTS_PARKED ->
                Arrays.stream(CustomsEventType.values())
                        .map(CustomsEventType::label)
                        .toList();
            case REGISTRY_EVENTS -> names(RegistryEvent.class);
            case FINDINGS -> names(FindingEvent.class);
            case REGISTRY_TASKS -> List.of("task-changed");
            case BALANCES -> List.of("balance-changed");
            case RELEASES -> List.of();
        };
    }

    /** The record of every message type, by its label. */
    public static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new LinkedHashMap<>();
        of(Topic.CUSTOMS_EVENTS).forEach(type -> records.put(type, RecordedEvent.class));
        of(Topic.REGISTRY_EVENTS).forEach(type -> records.put(type, RegistryEvent.class));
        of(Topic.REGISTRY_TASKS).forEach(type -> records.put(type, TaskChanged.class));
        of(Topic.FINDINGS).forEach(type -> records.put(type, FindingEvent.class));
        of(Topic.BALANCES).forEach(type -> records.put(type, BalanceChanged.class));
        return records;
    }

    private static List<String> names(Class<?> sealedType) {
        return Arrays.stream(sealedType.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }
}
