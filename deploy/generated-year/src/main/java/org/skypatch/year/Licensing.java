package org.skypatch.year;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;

/** Licences that do not permit what is done under them. */
final class Licensing {

    private Licensing() {}

    /** Gives the consignment a licence of its own with this fault. */
    static void spoil(Irregularity what, Consignment goods) {
        LicenceFact sound = Planting.own(goods, "600000", false);
        switch (what) {
            case CONSENT_OUT_OF_DATE ->
                goods.licensed(with(sound, LocalDate.parse("2024-12-31"), sound.use(), null, sound.massKg()));
            case LICENCE_OTHER_USE -> {
                goods.licensed(with(sound, sound.validUntil(), sound.use(), "feedstock", sound.massKg()));
                goods.papers.use = "refrigeration";
            }
            default -> revoke(sound, goods);
        }
    }

    private static void revoke(LicenceFact sound, Consignment goods) {
        AdministrationId nou = AdministrationId.of("skypatch-registry");
        goods.records.add(new RegistryEvent.LicenceRecorded(
                sound.issuer() + "/" + sound.number(),
                2,
                List.of(
                        new Dated<>(Records.EARLIER, nou, sound),
                        new Dated<>(Instant.parse("2024-12-20T00:00:00Z"), nou, sound.in(LicenceState.REVOKED)))));
        goods.cite(sound.kind(), new LicenceNumber(sound.issuer(), sound.number()));
    }

    static LicenceFact single(LicenceFact fact) {
        return with(fact, fact.validUntil(), LicenceUse.SINGLE, null, fact.massKg());
    }

    private static LicenceFact with(
            LicenceFact fact, LocalDate until, LicenceUse use, @Nullable String intendedUse, @Nullable Mass mass) {
        return new LicenceFact(
                fact.issuer(),
                fact.number(),
                fact.kind(),
                fact.state(),
                fact.holder(),
                null,
                fact.commodity(),
                mass,
                null,
                null,
                null,
                fact.validFrom().minusYears(1),
                until,
                use,
                fact.exporterCountry(),
                fact.importerCountry(),
                intendedUse,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
