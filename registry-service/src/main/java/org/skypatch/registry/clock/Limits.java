package org.skypatch.registry.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;

/** The limits in force, and the calendars by which they count. */
public interface Limits {

    /** The limit of this scope and name on a day: the latest that has begun and not ended; empty if there is none. */
    Optional<LimitFact> inForce(String scope, String id, LocalDate on);

    /** The limit of the first of these scopes that has one on a day, such as of a country, the EU, a convention, policy. */
    default Optional<LimitFact> inForce(List<String> scopes, String id, LocalDate on) {
        return scopes.stream().flatMap(scope -> inForce(scope, id, on).stream()).findFirst();
    }

    /**
     * The instant at which a limit that began at an instant is up: the end of its last day where the one who must act is.
     * Working days leave out the days off and the holidays of that administration, or of the one that the limit names.
     *
     * @param duty the administration that must act; Monday to Friday in UTC if unknown
     */
    Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty);

    /**
     * The same, by the calendar of whoever is addressed: the administration, else the first of the country that has this
     * competence.
     */
    default Instant due(LimitFact limit, Instant start, Addressee duty) {
        return due(limit, start, administration(duty).orElse(null));
    }

    /** The administration that an addressee stands for, if one is known. */
    Optional<AdministrationId> administration(Addressee duty);

    /** The calendar by which a limit counts: of the one who must act, or of the administration that the limit names. */
    default DueDates calendar(LimitFact limit, @Nullable AdministrationId duty) {
        String named = limit.holidayCalendar();
        return calendar(named == null || named.equals("duty") ? duty : AdministrationId.of(named));
    }

    /** The calendar of an administration; Monday to Friday in UTC if it is not known. */
    DueDates calendar(@Nullable AdministrationId administration);
}
