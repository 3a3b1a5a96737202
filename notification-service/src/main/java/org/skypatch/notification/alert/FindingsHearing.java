package org.skypatch.notification.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.TaskChanged;

/**
 * Turns a batch of messages into alerts, departure notices, tasks and news, in one transaction: each message once, however often
 * it comes.
 */
public final class FindingsHearing {

    private final AlertLedgers ledgers;

    public FindingsHearing(AlertLedgers ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Applies the records in their order and puts aside what cannot be applied.
     *
     * @throws TryAgainLater if nothing was done, for want of the database
     */
    public void hear(List<Heard> records) {
        ledgers.inTransaction(ledger -> new Batch(ledger).hear(records));
    }

    private static final class Batch {

        private final AlertLedger ledger;
        private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
        private final Map<AlertIdentity, UUID> holders = new HashMap<>();
        private final Map<UUID, Alert> touched = new LinkedHashMap<>();
        private final List<AlertStep> steps = new ArrayList<>();
        private final List<DepartureNotice> departures = new ArrayList<>();
        private final List<Telling> tellings = new ArrayList<>();
        private final Map<UUID, Task> tasks = new LinkedHashMap<>();
        private final List<TaskStep> taskSteps = new ArrayList<>();
        private final List<Administration> administrations = new ArrayList<>();
        private final List<Heard.Unreadable> unreadable = new ArrayList<>();

        Batch(AlertLedger ledger) {
            this.ledger = ledger;
        }

        void hear(List<Heard> records) {
            List<Heard.News> fresh = fresh(records);
            alerts.putAll(ledger.alerts(fresh.stream()
                    .flatMap(news -> findingOf(news.event()).stream())
                    .map(Finding::id)
                    .collect(Collectors.toSet())));
            holders.putAll(ledger.holders(fresh.stream()
                    .flatMap(news -> identityOf(news.event()).stream())
                    .collect(Collectors.toSet())));
            fresh.forEach(this::apply);
            ledger.save(touched.values(), steps);
            ledger.saveDepartures(departures);
            ledger.saveTasks(tasks.values(), taskSteps);
            ledger.saveAdministrations(administrations);
            ledger.park(unreadable);
            ledger.tell(tellings);
        }

        private List<Heard.News> fresh(List<Heard> records) {
            Map<UUID, Heard.News> news = new LinkedHashMap<>();
            Map<UUID, TaskChanged> changes = new LinkedHashMap<>();
            for (Heard heard : records) {
                switch (heard) {
                    case Heard.News read -> news.putIfAbsent(read.event().id(), read);
                    case Heard.TaskNews task ->
                        changes.putIfAbsent(task.message().id(), task.message());
                    case Heard.AdministrationNews told -> administrations.add(told.administration());
                    case Heard.Unreadable poison -> unreadable.add(poison);
                }
            }
            Set<UUID> messages = new LinkedHashSet<>(news.keySet());
            messages.addAll(changes.keySet());
            Set<UUID> notApplied = ledger.markApplied(messages);
            applyTasks(changes.values().stream()
                    .filter(message -> notApplied.contains(message.id()))
                    .toList());
            return news.values().stream()
                    .filter(read -> notApplied.contains(read.event().id()))
                    .toList();
        }

        private void applyTasks(List<TaskChanged> messages) {
            Map<UUID, Task> known = new HashMap<>(
                    ledger.tasks(messages.stream().map(TaskChanged::task).collect(Collectors.toSet())));
            for (TaskChanged message : messages) {
                Task task = Task.after(known.get(message.task()), message);
                known.put(task.id(), task);
                tasks.put(task.id(), task);
                taskSteps.add(TaskStep.of(message));
            }
        }

        private void apply(Heard.News news) {
            FindingEvent event = news.event();
            Optional<Finding> finding = findingOf(event);
            if (finding.isPresent()) {
                applyTo(news, finding.get());
            } else {
                DepartureNotice notice = new DepartureNotice(
                        event.id(), event.at(), event.movement(), event.nominal(), event.audience());
                departures.add(notice);
                tellings.add(new Telling(NewsType.DEPARTURE_NOTICE, event.at(), notice, notice.audiences()));
            }
        }

        private void applyTo(Heard.News news, Finding finding) {
            FindingEvent event = news.event();
            @Nullable Alert known = alerts.get(finding.id());
            AlertNews outcome = AlertNews.of(known, event, finding);
            UUID holder = holders.getOrDefault(outcome.alert().identity(), finding.id());
            if (!holder.equals(finding.id())) {
                unreadable.add(new Heard.Unreadable(
                        news.origin(),
                        "alert " + holder + " already stands for this movement, rule, subject, episode"));
                return;
            }
            holders.put(outcome.alert().identity(), finding.id());
            alerts.put(finding.id(), outcome.alert());
            touched.put(finding.id(), outcome.alert());
            steps.add(
                    new AlertStep(finding.id(), event.id(), AlertStep.Kind.of(event), finding.severity(), event.at()));
            tellings.addAll(outcome.tellings());
        }

        private static Optional<AlertIdentity> identityOf(FindingEvent event) {
            return findingOf(event)
                    .map(finding -> new AlertIdentity(
                            event.movement().id(), finding.rule(), finding.subject(), finding.episode()));
        }

        private static Optional<Finding> findingOf(FindingEvent event) {
            return switch (event) {
                case FindingEvent.FindingRaised raised -> Optional.of(raised.finding());
                case FindingEvent.FindingChanged changed -> Optional.of(changed.finding());
                case FindingEvent.FindingCleared cleared -> Optional.of(cleared.finding());
                case FindingEvent.DepartureNotified _ -> Optional.empty();
            };
        }
    }
}
