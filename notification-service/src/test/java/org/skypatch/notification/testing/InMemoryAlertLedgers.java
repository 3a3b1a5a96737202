package org.skypatch.notification.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.skypatch.notification.alert.Administration;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AlertIdentity;
import org.skypatch.notification.alert.AlertLedger;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.AlertStep;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.DepartureNotice;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskStep;
import org.skypatch.notification.alert.Telling;

/** Remembers alerts and streams in memory; what fails leaves no trace. */
public final class InMemoryAlertLedgers implements AlertLedgers, Streams {

    private Memory memory = new Memory();

    @Override
    public void inTransaction(Consumer<AlertLedger> work) {
        Memory next = memory.copy();
        work.accept(next);
        memory = next;
    }

    @Override
    public Map<AudienceKey, Long> lastNumbers() {
        return memory.streams.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, stream ->
                (long) stream.getValue().size()));
    }

    @Override
    public List<Entry> after(AudienceKey audience, long number, int limit) {
        return memory.streams.getOrDefault(audience, List.of()).stream()
                .filter(entry -> entry.number() > number)
                .limit(limit)
                .toList();
    }

    private static final class Memory implements AlertLedger {

        private final Set<UUID> applied = new HashSet<>();
        private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
        private final Map<String, Administration> administrations = new HashMap<>();
        private final Map<UUID, Task> tasks = new LinkedHashMap<>();
        private final Map<AudienceKey, List<Entry>> streams = new HashMap<>();

        Memory copy() {
            Memory copy = new Memory();
            copy.applied.addAll(applied);
            copy.alerts.putAll(alerts);
            copy.tasks.putAll(tasks);
            streams.forEach((audience, entries) -> copy.streams.put(audience, new ArrayList<>(entries)));
            return copy;
        }

        @Override
        public Set<UUID> markApplied(Collection<UUID> messages) {
            return messages.stream().filter(applied::add).collect(Collectors.toSet());
        }

        @Override
        public Map<UUID, Alert> alerts(Collection<UUID> ids) {
            return ids.stream().filter(alerts::containsKey).collect(Collectors.toMap(id -> id, alerts::get));
        }

        @Override
        public Map<AlertIdentity, UUID> holders(Collection<AlertIdentity> identities) {
            return alerts.values().stream()
                    .filter(alert -> identities.contains(alert.identity()))
                    .collect(Collectors.toMap(Alert::identity, Alert::id));
        }

        @Override
        public void save(Collection<Alert> changed, Collection<AlertStep> steps) {
            changed.forEach(alert -> alerts.put(alert.id(), alert));
        }

        @Override
        public void saveDepartures(Collection<DepartureNotice> notices) {}

        @Override
        public Map<UUID, Task> tasks(Collection<UUID> ids) {
            return ids.stream().filter(tasks::containsKey).collect(Collectors.toMap(id -> id, tasks::get));
        }

        @Override
        public void saveTasks(Collection<Task> changed, Collection<TaskStep> steps) {
            changed.forEach(task -> tasks.put(task.id(), task));
        }

        @Override
        public void saveAdministrations(Collection<Administration> told) {
            told.forEach(each -> administrations.put(each.id(), each));
        }

        @Override
        public void tell(List<Telling> tellings) {
            for (Telling telling : tellings) {
                for (AudienceKey audience : telling.audiences()) {
                    List<Entry> stream = streams.computeIfAbsent(audience, _ -> new ArrayList<>());
                    stream.add(new Entry(stream.size() + 1L, telling.type(), telling.notice()));
                }
            }
        }

        @Override
        public void park(Collection<Heard.Unreadable> records) {}
    }
}
