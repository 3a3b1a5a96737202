package org.skypatch.registry.rotterdam;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * The clocks of export notifications: 30 days for the acknowledgement, then a second notification (Rotterdam Convention,
 * Article 12(4)). For the second one the Convention names no number; 30 days is policy. Limits of the records go before
 * these.
 */
public final class ExportNotificationClocks implements Clocked<ExportNotificationFact> {

    static final String FIRST = "acknowledgement";
    static final String SECOND = "second-acknowledgement";

    private static final LocalDate IN_FORCE = LocalDate.of(2004, 2, 24);
    private static final LimitFact OF_THE_CONVENTION = new LimitFact(
            "rotterdam",
            FIRST,
            "export-notification-sent",
            30,
            "calendar-days",
            "after",
            "import",
            null,
            "second-notice",
            IN_FORCE,
            null,
            "Rotterdam Convention, Article 12(4)");
    private static final LimitFact OF_POLICY = new LimitFact(
            "policy",
            SECOND,
            "second-notification-sent",
            30,
            "calendar-days",
            "after",
            "import",
            null,
            "unacknowledged",
            IN_FORCE,
            null,
            "policy");

    @Override
    public RecordKind<ExportNotificationFact> kind() {
        return RecordKind.EXPORT_NOTIFICATION;
    }

    @Override
    public List<RunningClock> clocks(String name, ExportNotificationFact notice, Limits limits) {
        return switch (notice.state()) {
            case SENT -> List.of(clock(FIRST, OF_THE_CONVENTION, notice.sentOn(), notice, limits));
            case SECOND_SENT ->
                Optional.ofNullable(notice.secondSentOn()).stream()
                        .map(again -> clock(SECOND, OF_POLICY, again, notice, limits))
                        .toList();
            case ACKNOWLEDGED, UNACKNOWLEDGED, WAIVED, CEASED -> List.of();
        };
    }

    @Override
    public Decision<ExportNotificationFact> fired(ExportNotificationFact notice, RunningClock clock, Instant now) {
        return ExportNotificationDecisions.elapse(
                notice,
                clock.name().equals(FIRST)
                        ? ExportNotificationMove.SEND_AGAIN
                        : ExportNotificationMove.LEAVE_UNACKNOWLEDGED,
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static RunningClock clock(
            String name, LimitFact otherwise, @Nullable LocalDate from, ExportNotificationFact notice, Limits limits) {
        LocalDate day = from == null ? notice.sentOn() : from;
        LimitFact limit =
                limits.inForce(List.of(otherwise.scope(), "policy"), name, day).orElse(otherwise);
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Addressee duty = new Addressee(notice.importCountry(), Competence.PIC, null, null);
        return new RunningClock(
                name,
                limit.scope() + "/" + limit.id(),
                TaskKind.EXPORT_NOTIFICATION_TO_ACKNOWLEDGE.label(),
                start,
                limits.due(limit, start, duty),
                limit.effect(),
                List.of(duty),
                new Sentence(
                        TaskKind.EXPORT_NOTIFICATION_TO_ACKNOWLEDGE.sentence(),
                        List.of(
                                SentenceArgument.plain("notification", notice.id()),
                                SentenceArgument.plain("exportCountry", notice.exportCountry()),
                                SentenceArgument.plain("commodity", notice.commodity()))));
    }
}
