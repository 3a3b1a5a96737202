package org.skypatch.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** Registry records of one version, recorded before the year began. */
final class Records {

    static final Instant EARLIER = Instant.parse("2024-12-01T00:00:00Z");
    static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");

    /** Arrivals of the year's last departures are still under its licences. */
    static final LocalDate LAST_DAY = LocalDate.parse("2026-03-31");

    private Records() {}

    static <F extends RegistryFact> List<Dated<F>> dated(F fact) {
        return List.of(new Dated<>(EARLIER, AdministrationId.of("skypatch-registry"), fact));
    }

    static LicenceFact licence(
            LicenceNumber number,
            LicenceKind kind,
            String holder,
            String commodity,
            String kg,
            String from,
            String to,
            @Nullable String use) {
        return new LicenceFact(
                number.issuedBy(),
                number.number(),
                kind,
                LicenceState.ISSUED,
                TraderId.of(holder),
                null,
                CommodityId.of(commodity),
                Mass.ofKilograms(kg),
                null,
                null,
                null,
                FIRST_DAY.minusMonths(1),
                LAST_DAY,
                LicenceUse.MULTIPLE,
                CountryCode.of(from),
                CountryCode.of(to),
                use,
                null,
                null,
                null,
                List.of(),
                null);
    }

    static RegistryEvent of(LicenceFact fact) {
        return new RegistryEvent.LicenceRecorded(fact.issuer() + "/" + fact.number(), 1, dated(fact));
    }

    static RegistryEvent of(NotificationFact fact) {
        return new RegistryEvent.NotificationRecorded(fact.number(), 1, dated(fact));
    }

    static RegistryEvent trader(String country, String id, String name, String role) {
        TraderFact fact = new TraderFact(
                CountryCode.of(country),
                TraderId.of(id),
                name,
                List.of(),
                List.of(role),
                null,
                List.of(org.skypatch.contracts.registry.Registration.of(
                        null, null, LocalDate.parse("2020-01-01"), null)),
                null);
        return new RegistryEvent.TraderRecorded(country + "/" + id, 1, dated(fact));
    }
}
