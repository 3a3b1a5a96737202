package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;

/**
 * A notification of a transboundary movement of waste (Basel Convention, Article 6 and Annex V A) as it stands.
 *
 * @param number kept as typed, such as {@code PH 0000 000012}
 * @param kind general or single
 * @param carriers intended carriers; any if none
 * @param transitCountries in the order of the journey
 * @param operation D or R code
 * @param shipments intended number
 * @param periodUntil last day on which a shipment may start
 * @param preConsented whether the facility is pre-consented
 * @param agreement id of the Article 11 agreement it rests on
 * @param contract reference of the contract between exporter and disposer (Article 6(3)(b))
 * @param contractConfirmedOn when the State of import confirmed the contract
 * @param guaranteeRequired whether a State demands a financial guarantee (Article 6(11))
 * @param guarantee reference of the guarantee on file
 * @param offices points of exit and entry; any if none
 * @param decisions one for every State concerned
 * @param exchanges oldest first
 * @param forwardedOn when it was sent to the other States concerned; before that only the State of export sees it
 * @param suspendedBy the State that has suspended it, while it is suspended
 * @param change what the exporter asks to change after consent, while it is asked
 * @param form everything else that the notification form asks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NotificationFact(
        String number,
        NotificationState state,
        String kind,
        TraderId exporter,
        TraderId facility,
        List<TraderId> generators,
        List<TraderId> carriers,
        CountryCode exportCountry,
        CountryCode importCountry,
        List<CountryCode> transitCountries,
        List<WasteCode> wasteCodes,
        String operation,
        Mass totalMassKg,
        int shipments,
        LocalDate periodFrom,
        LocalDate periodUntil,
        boolean preConsented,
        @Nullable String agreement,
        @Nullable String contract,
        @Nullable LocalDate contractConfirmedOn,
        boolean guaranteeRequired,
        @Nullable String guarantee,
        @Nullable LocalDate guaranteeConfirmedOn,
        List<LocationCode> offices,
        List<StateDecision> decisions,
        List<Exchange> exchanges,
        @Nullable LocalDate forwardedOn,
        @Nullable CountryCode suspendedBy,
        @Nullable NotificationChange change,
        @Nullable NotificationForm form)
        implements RegistryFact {
    public NotificationFact {
        generators = generators == null ? List.of() : List.copyOf(generators);
        carriers = carriers == null ? List.of() : List.copyOf(carriers);
        transitCountries = transitCountries == null ? List.of() : List.copyOf(transitCountries);
        wasteCodes = wasteCodes == null ? List.of() : List.copyOf(wasteCodes);
        offices = offices == null ? List.of() : List.copyOf(offices);
        decisions = decisions == null ? List.of() : List.copyOf(decisions);
        exchanges = exchanges == null ? List.of() : List.copyOf(exchanges);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Stream.concat(Stream.of(exportCountry, importCountry), transitCountries.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
