package org.skypatch.notification.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.contracts.trade.CountryCode;

/** The life of one task as the registry tells it: a consultation to be answered by a country's ozone unit. */
public final class TaskStory {

    private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");

    private final UUID task = UUID.randomUUID();
    private final CountryCode country;
    private final String subject;

    private TaskStory(CountryCode country, String subject) {
        this.country = country;
        this.subject = subject;
    }

    /** A consultation to be answered by this country's ozone unit. */
    public static TaskStory forTheOzoneUnitOf(String country) {
        return new TaskStory(CountryCode.of(country), "consultation:" + UUID.randomUUID());
    }

    /** Something to be done about this licence by its country's ozone unit. */
    public static TaskStory aboutLicence(String issuer, String number) {
        return new TaskStory(CountryCode.of(issuer), "licence:" + issuer + "/" + number);
    }

    public UUID id() {
        return task;
    }

    public String subject() {
        return subject;
    }

    public Instant day(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }

    public TaskChanged opened(int day) {
        return message(day, TaskState.OPENED);
    }

    public TaskChanged due(int day) {
        return message(day, TaskState.DUE);
    }

    public TaskChanged overdue(int day) {
        return message(day, TaskState.OVERDUE);
    }

    /** Overdue, and told to a deputy and a region too. */
    public TaskChanged escalated(int day, String deputy, String region) {
        return message(
                day,
                TaskState.OVERDUE,
                new Addressee(null, null, AdministrationId.of(deputy), null),
                new Addressee(null, null, null, region));
    }

    public TaskChanged closed(int day) {
        return message(day, TaskState.CLOSED);
    }

    private TaskChanged message(int day, TaskState state, Addressee... others) {
        List<Addressee> addressees = new ArrayList<>(List.of(new Addressee(country, Competence.OZONE, null, null)));
        addressees.addAll(Arrays.asList(others));
        return new TaskChanged(
                UUID.nameUUIDFromBytes(
                        (task + "#" + state + "#" + day + "#" + others.length).getBytes(StandardCharsets.UTF_8)),
                day(day),
                task,
                "consultation-to-answer",
                state,
                subject,
                addressees,
                day(5),
                new Sentence(
                        "task.consultation-to-answer",
                        List.of(
                                SentenceArgument.plain("requestedBy", "KR"),
                                SentenceArgument.plain("counterpart", country),
                                SentenceArgument.nominal("importer", "Siam Cooling"),
                                SentenceArgument.plain("mass", "8000"),
                                SentenceArgument.plain("commodity", "hcfc-22"),
                                SentenceArgument.plain("planned", "2026-06-01"))));
    }
}
