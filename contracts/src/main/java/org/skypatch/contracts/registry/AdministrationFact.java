package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.trade.CountryCode;

/**
 * A body that reports or decides: whom to reach, and when it works.
 *
 * @param country none for a region
 * @param region WCO region of its RILO, such as {@code Asia/Pacific}
 * @param competences what it decides about
 * @param deputies who is told when it does not act, in this order
 * @param workingDays monday to sunday; monday to friday if none
 * @param timeZone IANA name; UTC if none
 * @param languages ISO 639-1 codes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdministrationFact(
        AdministrationId id,
        String name,
        @Nullable CountryCode country,
        @Nullable String region,
        List<Competence> competences,
        List<Contact> contacts,
        List<AdministrationId> deputies,
        List<String> workingDays,
        List<LocalDate> holidays,
        @Nullable String timeZone,
        List<String> languages)
        implements RegistryFact {
    public AdministrationFact {
        competences = competences == null ? List.of() : List.copyOf(competences);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        deputies = deputies == null ? List.of() : List.copyOf(deputies);
        workingDays = workingDays == null ? List.of() : List.copyOf(workingDays);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    @Override
    public Set<CountryCode> concerns() {
        return country == null ? Set.of() : Set.of(country);
    }
}
