package org.skypatch.registry.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** Consultations and callers for tests: Korea asks Thailand about an importer of HCFC-22. */
final class Consultations {

    static final CountryCode KOREA = CountryCode.of("KR");
    static final CountryCode THAILAND = CountryCode.of("TH");
    static final Instant ASKED_AT = Instant.parse("2026-03-02T02:00:00Z");
    static final LocalDate PLANNED = LocalDate.parse("2026-06-01");
    static final TraderId IMPORTER = TraderId.of("TH-1");
    static final TraderId EXPORTER = TraderId.of("KR-1");

    private Consultations() {}

    static ConsultationFact about(String commodity, String massKg) {
        return about(commodity, massKg, IMPORTER.value());
    }

    static ConsultationFact about(String commodity, String massKg, String importer) {
        return new ConsultationFact(
                UUID.nameUUIDFromBytes(
                        (commodity + massKg + importer).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                ConsultationState.REQUESTED,
                KOREA,
                THAILAND,
                KOREA,
                THAILAND,
                new NamedTrader(EXPORTER, "Hanil Chemical", KOREA),
                new NamedTrader(TraderId.of(importer), "Siam Cooling", THAILAND),
                CommodityId.of(commodity),
                Mass.ofKilograms(massKg),
                null,
                null,
                null,
                PLANNED,
                ASKED_AT,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }

    static ConsultationFact confirmed(ConsultationFact consultation) {
        return consultation
                .in(ConsultationState.CONFIRMED)
                .confirming(consultation.massKg(), List.of(), LocalDate.parse("2026-12-31"));
    }

    static Caller nou(CountryCode country) {
        return new Caller(
                AdministrationId.of(country + "-nou"), country, null, Set.of(Role.AUTHORITY), Set.of(Competence.OZONE));
    }

    static Caller competentAuthority(CountryCode country) {
        return new Caller(
                AdministrationId.of(country + "-ca"),
                country,
                null,
                Set.of(Role.AUTHORITY),
                Set.of(Competence.BASEL, Competence.PIC));
    }
}
