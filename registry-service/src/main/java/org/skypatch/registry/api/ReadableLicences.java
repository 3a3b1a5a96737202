package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.licence.LicenceReaders;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.Revised;

/**
 * The licences that the caller may read: those that name its country, and those of Parties that share theirs with it. All
 * others answer as if they were not there.
 */
@ApplicationScoped
class ReadableLicences {

    private final Licences licences;
    private final Sharing sharing;
    private final Unions unions;
    private final Writer writer;
    private final BusinessClock clock;

    ReadableLicences(Licences licences, Sharing sharing, Unions unions, Writer writer, BusinessClock clock) {
        this.licences = licences;
        this.sharing = sharing;
        this.unions = unions;
        this.writer = writer;
        this.clock = clock;
    }

    /** The licence of this issuer and number, if the caller may read it. */
    Optional<Revised<LicenceFact>> find(String issuer, String number) {
        return LicencePaths.number(issuer, number).flatMap(licences::find).filter(licence -> mayRead(licence.fact()));
    }

    boolean mayRead(LicenceFact licence) {
        return LicenceReaders.include(writer.caller(), licence, unions, today())
                || sharing.lets(writer.caller().actsFor(), licence.issuer(), Sharing.LICENCES);
    }

    /** The union that the caller's country is a member of today. */
    Optional<CountryCode> union() {
        return writer.caller().actsFor().flatMap(country -> unions.standingFor(country, today()));
    }

    /** The other Parties whose licences the caller may read whomever they name. */
    Set<CountryCode> sharers(CountryCode reader) {
        return sharing.owners(reader, Sharing.LICENCES).stream()
                .filter(owner -> !owner.equals(reader))
                .collect(Collectors.toUnmodifiableSet());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
