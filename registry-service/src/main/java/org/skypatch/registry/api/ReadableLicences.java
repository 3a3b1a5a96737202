package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.licence.LicenceReaders;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.Revised;

/** The licences that the caller may read; all others answer as if they were not there. */
@ApplicationScoped
class ReadableLicences {

    private final Licences licences;
    private final Writer writer;
    private final BusinessClock clock;

    ReadableLicences(Licences licences, Writer writer, BusinessClock clock) {
        this.licences = licences;
        this.writer = writer;
        this.clock = clock;
    }

    /** The licence of this issuer and number, if the caller may read it. */
    Optional<Revised<LicenceFact>> find(String issuer, String number) {
        return LicencePaths.number(issuer, number).flatMap(licences::find).filter(licence -> mayRead(licence.fact()));
    }

    boolean mayRead(LicenceFact licence) {
        return LicenceReaders.include(writer.caller(), licence, today());
    }

    /** The union that the caller's country is a member of today. */
    Optional<CountryCode> union() {
        return writer.caller().actsFor().flatMap(country -> Unions.of(country, today()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
