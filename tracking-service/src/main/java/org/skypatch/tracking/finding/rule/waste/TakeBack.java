package org.skypatch.tracking.finding.rule.waste;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Illegality;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Limits;

/**
 * A duty to take waste back, or to dispose of it, that a refusal or seizure began.
 *
 * @param article of the Basel Convention that makes it
 * @param kind return or disposal: what the sentence speaks of
 * @param limit its name among the limits of the registry
 * @param holder the State that has it
 * @param since when its clock began
 * @param agreed the period agreed between the States, if they said so
 * @param stopped the report that it rests on
 */
record TakeBack(
        String article,
        String kind,
        String limit,
        CountryCode holder,
        Instant since,
        @Nullable String agreed,
        Fact stopped) {

    private static final String BASEL = "basel";

    /** The duty that the report begins; none if it does not say enough, or if the Convention names no number (Art. 9(4)). */
    static Optional<TakeBack> of(Fact stopped, Movement movement) {
        Illegality illegality = stopped.content().illegality();
        if (illegality == null) {
            return Optional.empty();
        }
        CountryCode export = movement.route().dispatch();
        CountryCode destination = movement.route().destination();
        String conduct = illegality.conduct();
        if (conduct == null) {
            return Stream.of(illegality.exportStateInformedAt(), illegality.secretariatInformedAt())
                            .anyMatch(java.util.Objects::isNull)
                    ? Optional.empty()
                    : duty(
                            "Art. 8",
                            "return",
                            "take-back",
                            export,
                            later(illegality.exportStateInformedAt(), illegality.secretariatInformedAt()),
                            illegality,
                            stopped);
        }
        return switch (conduct) {
            case "exporter-generator" ->
                duty(
                        "Art. 9(2)",
                        "return",
                        "illegal-take-back",
                        export,
                        illegality.exportStateInformedAt(),
                        illegality,
                        stopped);
            case "importer-disposer" ->
                duty(
                        "Art. 9(3)",
                        "disposal",
                        "illegal-disposal",
                        destination,
                        illegality.importStateAwareAt(),
                        illegality,
                        stopped);
            default -> Optional.empty();
        };
    }

    private static @Nullable OffsetDateTime later(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }

    private static Optional<TakeBack> duty(
            String article,
            String kind,
            String limit,
            CountryCode holder,
            @Nullable OffsetDateTime since,
            Illegality illegality,
            Fact stopped) {
        return Optional.ofNullable(since)
                .map(start -> new TakeBack(
                        article, kind, limit, holder, start.toInstant(), illegality.agreedPeriod(), stopped));
    }

    /** The report that ends it. */
    CustomsEventType discharge() {
        return kind.equals("return") ? CustomsEventType.GOODS_RETURNED : CustomsEventType.DISPOSAL_COMPLETED;
    }

    /** Whether the waste came back or was disposed of; for a return, an arranged disposal counts as well. */
    boolean isDischarged(Movement movement) {
        boolean isBack = kind.equals("return") && !movement.returns().isEmpty();
        return isBack || !movement.disposals().isEmpty();
    }

    /** When it is overdue: as agreed, else by the holder's own limit, else by the Convention's; none if nobody says. */
    Optional<Instant> due(Evidence evidence) {
        if (agreed != null) {
            return asAgreed(agreed);
        }
        return Limits.due(evidence.register(), limit, List.of(holder), BASEL, since, 0);
    }

    /** An ISO 8601 period from the start ({@code P60D}), or a last day. */
    private Optional<Instant> asAgreed(String written) {
        try {
            LocalDate last = written.startsWith("P")
                    ? since.atZone(ZoneOffset.UTC).toLocalDate().plus(Period.parse(written))
                    : LocalDate.parse(written);
            return Optional.of(last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
