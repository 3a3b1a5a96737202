package org.skypatch.notification.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.alert.Alert;
import org.skypatch.notification.alert.AudienceKey;

/**
 * An alert that nobody at a country's desk has acknowledged in time: first the deputies of its administrations are asked to
 * act, then the RILO of its region. Nobody is told who does not see the alert: one that is for some countries only goes to no
 * RILO.
 *
 * @param work after it
 * @param task what the next ones are asked to do
 * @param listeners whose stream tells of it
 */
public record PassedOn(Work work, WorkEntry entry, TaskChanged task, SortedSet<AudienceKey> listeners) {

    private static final String KIND = "alert-to-acknowledge";
    private static final String COUNTRY = "country:";

    /** Whom a country's desk can be passed on to: its own administrations' deputies, and regions that see the alert. */
    public record Neighbours(List<AdministrationId> deputies, List<String> regions) {}

    /** What becomes of an alert that has waited for so long. */
    public static PassedOn of(Work waiting, Alert alert, Neighbours neighbours, Patience patience, Instant now) {
        Work work =
                waiting.passedOn(now, patience.of(alert.finding().severity()).orElseThrow());
        CountryCode country = CountryCode.of(waiting.desk().value().substring(COUNTRY.length()));
        SortedSet<AudienceKey> listeners = new TreeSet<>();
        listeners.add(waiting.desk());
        List<Addressee> next = new ArrayList<>();
        if (work.escalation() == 1) {
            neighbours.deputies().forEach(deputy -> next.add(new Addressee(null, null, deputy, null)));
            if (next.isEmpty()) {
                next.add(new Addressee(country, null, null, null));
            }
        } else {
            neighbours.regions().stream()
                    .filter(region -> alert.audiences().contains(AudienceKey.ofRegion(region)))
                    .forEach(region -> {
                        next.add(new Addressee(null, null, null, region));
                        listeners.add(AudienceKey.ofRegion(region));
                    });
        }
        listeners.retainAll(alert.audiences());
        String to = work.escalation() == 1 ? "deputies" : "region";
        return new PassedOn(
                work,
                new WorkEntry(work.revision(), now, "passed-on", null, null, to, null),
                task(work, alert, country, TaskState.OVERDUE, next, now),
                listeners);
    }

    /** What those who were asked are told when somebody has acted. */
    public static TaskChanged over(Work work, Alert alert, Instant now) {
        CountryCode country = CountryCode.of(work.desk().value().substring(COUNTRY.length()));
        return task(work, alert, country, TaskState.CLOSED, List.of(), now);
    }

    private static TaskChanged task(
            Work work, Alert alert, CountryCode country, TaskState state, List<Addressee> to, Instant now) {
        String name = KIND + " " + work.alert() + " " + work.desk();
        return new TaskChanged(
                named(name + " " + state + " " + work.revision()),
                now,
                named(name),
                KIND,
                state,
                "alert:" + work.alert(),
                to,
                null,
                new Sentence(
                        "task." + KIND,
                        List.of(
                                SentenceArgument.plain("country", country.value()),
                                SentenceArgument.plain(
                                        "rule", alert.finding().rule().value()),
                                SentenceArgument.plain(
                                        "severity", alert.finding().severity().label()))));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
