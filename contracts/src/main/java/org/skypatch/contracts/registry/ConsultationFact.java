package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;

/**
 * An informal consultation: may this importer have this commodity in this amount? Advice, never a permission; silence is never consent.
 *
 * @param requestedBy the Party that asks
 * @param counterpart the Party that is asked
 * @param condition virgin, recovered, recycled, reclaimed, waste, not-stated
 * @param plannedOn the day on which it is to leave
 * @param reason why it is not supported or withdrawn
 * @param confirmedMassKg what is reserved; the whole mass if confirmed without one
 * @param validUntil last day of the answer
 * @param licence {@code <issuer>/<number>} of the licence that it became
 * @param exchanges oldest first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConsultationFact(
        UUID id,
        ConsultationState state,
        CountryCode requestedBy,
        CountryCode counterpart,
        CountryCode exporterCountry,
        CountryCode importerCountry,
        NamedTrader exporter,
        NamedTrader importer,
        CommodityId commodity,
        Mass massKg,
        @Nullable String intendedUse,
        @Nullable String condition,
        @Nullable String form,
        LocalDate plannedOn,
        Instant requestedAt,
        @Nullable Instant answeredAt,
        @Nullable AdministrationId answeredBy,
        @Nullable String reason,
        List<String> conditions,
        @Nullable Mass confirmedMassKg,
        @Nullable LocalDate validUntil,
        @Nullable String licence,
        @Nullable UUID supersededBy,
        List<Exchange> exchanges)
        implements RegistryFact {
    public ConsultationFact {
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
    }

    /** The same consultation in another state. */
    public ConsultationFact in(ConsultationState next) {
        return new ConsultationFact(
                id,
                next,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                reason,
                conditions,
                confirmedMassKg,
                validUntil,
                licence,
                supersededBy,
                exchanges);
    }

    /** The same consultation with one more exchange. */
    public ConsultationFact saying(Exchange exchange) {
        List<Exchange> all =
                Stream.concat(exchanges.stream(), Stream.of(exchange)).toList();
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                reason,
                conditions,
                confirmedMassKg,
                validUntil,
                licence,
                supersededBy,
                all);
    }

    /** The same consultation with a reason for its end. */
    public ConsultationFact because(@Nullable String why) {
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                why,
                conditions,
                confirmedMassKg,
                validUntil,
                licence,
                supersededBy,
                exchanges);
    }

    /** The same consultation as answered by an administration of the Party that was asked. */
    public ConsultationFact answered(Instant at, AdministrationId by) {
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                at,
                by,
                reason,
                conditions,
                confirmedMassKg,
                validUntil,
                licence,
                supersededBy,
                exchanges);
    }

    /** The same consultation with what was confirmed, under which conditions and until when. */
    public ConsultationFact confirming(Mass mass, List<String> under, LocalDate until) {
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                reason,
                under,
                mass,
                until,
                licence,
                supersededBy,
                exchanges);
    }

    /** The same consultation, become this licence. */
    public ConsultationFact become(String issuerAndNumber) {
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                reason,
                conditions,
                confirmedMassKg,
                validUntil,
                issuerAndNumber,
                supersededBy,
                exchanges);
    }

    /** The same consultation with another in its place. */
    public ConsultationFact replacedBy(UUID other) {
        return new ConsultationFact(
                id,
                state,
                requestedBy,
                counterpart,
                exporterCountry,
                importerCountry,
                exporter,
                importer,
                commodity,
                massKg,
                intendedUse,
                condition,
                form,
                plannedOn,
                requestedAt,
                answeredAt,
                answeredBy,
                reason,
                conditions,
                confirmedMassKg,
                validUntil,
                licence,
                other,
                exchanges);
    }

    /** What is granted if it is confirmed: the confirmed mass, else the whole. */
    public Mass grantedMassKg() {
        return confirmedMassKg == null ? massKg : confirmedMassKg;
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(requestedBy, counterpart);
    }
}
