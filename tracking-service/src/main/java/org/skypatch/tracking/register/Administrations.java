package org.skypatch.tracking.register;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.trade.CountryCode;

/** When the administrations of a country work, as far as they have said so. */
public final class Administrations {

    private static final String CUSTOMS = "-customs";

    private final Map<CountryCode, List<AdministrationFact>> facts = new HashMap<>();

    public Administrations(Collection<AdministrationFact> administrations) {
        administrations.stream()
                .filter(one -> one.country() != null && saysWhenItWorks(one))
                .sorted(Comparator.comparing(
                                (AdministrationFact one) -> !one.id().value().endsWith(CUSTOMS))
                        .thenComparing(one -> one.id().value()))
                .forEach(one -> facts.merge(one.country(), List.of(one), (some, more) -> java.util.stream.Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
    }

    private static boolean saysWhenItWorks(AdministrationFact one) {
        return !one.workingDays().isEmpty() || !one.holidays().isEmpty();
    }

    /** The working days of the country's customs, else of another of its administrations that has said them; else none. */
    public Optional<WorkingDays> workingDays(CountryCode country) {
        return facts.getOrDefault(country, List.of()).stream().findFirst().map(Administrations::read);
    }

    private static WorkingDays read(AdministrationFact fact) {
        Set<DayOfWeek> days = fact.workingDays().stream()
                .map(day -> day.toUpperCase(Locale.ROOT))
                .filter(day -> java.util.Arrays.stream(DayOfWeek.values())
                        .anyMatch(one -> one.name().equals(day)))
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return new WorkingDays(days, Set.copyOf(fact.holidays()), zone(fact));
    }

    private static ZoneId zone(AdministrationFact fact) {
        try {
            return fact.timeZone() == null ? ZoneId.of("UTC") : ZoneId.of(fact.timeZone());
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }
}
