package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.WasteCode;

/**
 * An agreement or arrangement on movements of waste (Basel Convention, Article 11).
 *
 * @param id its name, such as {@code oecd-c-2001-107}
 * @param exportStates from where; any of {@code importStates} too if the agreement runs both ways
 * @param importStates to where
 * @param wasteCodes what it covers; all if none
 * @param operations D and R codes that it covers; all if none
 * @param tacitConsentDays days after which its rule takes silence for consent; none if it has no such rule
 * @param mostMonths longest period of a notification in months; 12 if none, at most 36
 * @param until last day; open if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AgreementFact(
        String id,
        String title,
        List<CountryCode> exportStates,
        List<CountryCode> importStates,
        List<WasteCode> wasteCodes,
        List<String> operations,
        @Nullable Integer tacitConsentDays,
        @Nullable Integer mostMonths,
        LocalDate from,
        @Nullable LocalDate until,
        String legalBasis)
        implements RegistryFact {
    public AgreementFact {
        exportStates = exportStates == null ? List.of() : List.copyOf(exportStates);
        importStates = importStates == null ? List.of() : List.copyOf(importStates);
        wasteCodes = wasteCodes == null ? List.of() : List.copyOf(wasteCodes);
        operations = operations == null ? List.of() : List.copyOf(operations);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Stream.concat(exportStates.stream(), importStates.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
