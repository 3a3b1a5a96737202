package org.skypatch.notification.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.notification.alert.AlertHistory;
import org.skypatch.notification.alert.Seen;
import org.skypatch.notification.alert.TaskStep;

/** A notice as it is written in answers and on streams. */
public sealed interface NoticeShown {

    /**
     * An alert.
     *
     * @param type always {@code alert}
     * @param state of the finding: open or cleared
     * @param subject what of the movement it speaks of; {@code ***} if the reader may not see it
     * @param expected what the rule expected; {@code ***} if the reader may not see it
     * @param observed what was seen instead; {@code ***} if the reader may not see it
     * @param nominal names and numbers, for readers that may see them
     * @param history what became of it, oldest first; only when one alert is asked for
     * @param work what the reader's own desk has made of it; none for those who only look on
     * @param link the movement, in tracking
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlertShown(
            UUID id,
            String type,
            String state,
            RuleCode rule,
            int version,
            RuleKind kind,
            Severity severity,
            @Nullable TradeElement element,
            String subject,
            String sentence,
            @Nullable String expected,
            @Nullable String observed,
            MovementShown movement,
            @Nullable NominalDetail nominal,
            Instant raisedAt,
            Instant changedAt,
            @Nullable Instant clearedAt,
            int episode,
            @Nullable List<HistoryShown> history,
            @Nullable WorkShown work,
            String link)
            implements NoticeShown {

        AlertShown with(AlertHistory past) {
            return new AlertShown(
                    id,
                    type,
                    state,
                    rule,
                    version,
                    kind,
                    severity,
                    element,
                    subject,
                    sentence,
                    expected,
                    observed,
                    movement,
                    nominal,
                    raisedAt,
                    changedAt,
                    clearedAt,
                    episode,
                    past.entries().stream().map(HistoryShown::of).toList(),
                    work,
                    link);
        }

        AlertShown with(WorkShown done) {
            return new AlertShown(
                    id, type, state, rule, version, kind, severity, element, subject, sentence, expected, observed,
                    movement, nominal, raisedAt, changedAt, clearedAt, episode, history, done, link);
        }
    }

    /**
     * A departure notice.
     *
     * @param type always {@code departure-notice}
     * @param at when it came about, by the business clock
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DepartureShown(
            UUID id,
            String type,
            String sentence,
            MovementShown movement,
            @Nullable NominalDetail nominal,
            Instant at,
            String link)
            implements NoticeShown {}

    /** The movement of a notice; lists are written even when they are empty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MovementShown(
            UUID id,
            String status,
            CountryCode dispatch,
            CountryCode destination,
            List<CountryCode> transit,
            @Nullable CountryCode origin,
            Set<CommodityId> commodities,
            Set<String> groups,
            Mass massKg,
            @Nullable OffsetDateTime departedAt) {

        static MovementShown of(MovementSummary movement) {
            return new MovementShown(
                    movement.id(),
                    movement.status(),
                    movement.dispatch(),
                    movement.destination(),
                    movement.transit(),
                    movement.origin(),
                    movement.commodities(),
                    movement.groups(),
                    movement.massKg(),
                    movement.departedAt());
        }
    }

    /**
     * One turn of an alert.
     *
     * @param what raised, escalated, changed or cleared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryShown(String what, Instant at, @Nullable Severity severity) {

        static HistoryShown of(AlertHistory.Entry entry) {
            return new HistoryShown(entry.what(), entry.at(), entry.severity());
        }
    }

    /**
     * Something that a person must do.
     *
     * @param type always {@code task}
     * @param kind such as consultation-to-answer
     * @param state opened, due, overdue or closed
     * @param subject the record, as {@code <kind>:<key>}; the key is {@code ***} if it is a paper's number and the reader
     *     may not see it
     * @param history what was told of it, oldest first; only when one task is asked for
     * @param link the record, in the registry; missing where the reader may not read it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskShown(
            UUID id,
            String type,
            String kind,
            String state,
            String subject,
            String sentence,
            @Nullable Instant dueAt,
            Instant changedAt,
            @Nullable List<HistoryShown> history,
            @Nullable String link)
            implements NoticeShown {

        TaskShown with(List<TaskStep> steps) {
            return new TaskShown(
                    id,
                    type,
                    kind,
                    state,
                    subject,
                    sentence,
                    dueAt,
                    changedAt,
                    steps.stream()
                            .map(step -> new HistoryShown(step.state().label(), step.at(), null))
                            .toList(),
                    link);
        }
    }

    /** Writes what a reader may see. */
    static NoticeShown of(Seen seen) {
        return switch (seen) {
            case Seen.SeenAlert alert -> of(alert);
            case Seen.SeenDeparture departure -> of(departure);
        };
    }

    /** Writes what a reader may see of an alert. */
    static AlertShown of(Seen.SeenAlert seen) {
        return new AlertShown(
                seen.finding().id(),
                "alert",
                seen.state().label(),
                seen.finding().rule(),
                seen.finding().version(),
                seen.finding().kind(),
                seen.finding().severity(),
                seen.finding().element(),
                seen.subject(),
                seen.sentence(),
                seen.expected(),
                seen.observed(),
                MovementShown.of(seen.movement()),
                seen.nominal(),
                seen.finding().raisedAt(),
                seen.changedAt(),
                seen.clearedAt(),
                seen.finding().episode(),
                null,
                null,
                link(seen.movement()));
    }

    private static DepartureShown of(Seen.SeenDeparture seen) {
        return new DepartureShown(
                seen.notice().id(),
                "departure-notice",
                seen.sentence(),
                MovementShown.of(seen.movement()),
                seen.nominal(),
                seen.notice().at(),
                link(seen.movement()));
    }

    private static String link(MovementSummary movement) {
        return "/tracking/v1/movements/" + movement.id();
    }
}
