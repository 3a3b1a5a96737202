package org.skypatch.tracking.testing;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.SharingFact;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.registry.WatchlistFact;

/** Registry facts as records of one version. */
public final class Recorded {

    private static final AdministrationId REGISTRY = AdministrationId.of("skypatch-registry");

    private Recorded() {}

    /** The record that says this fact, recorded long ago. */
    public static RegistryEvent of(RegistryFact fact) {
        return of(fact, "2000-01-01T00:00:00Z");
    }

    /** The record that says this fact, recorded at that instant. */
    public static RegistryEvent of(RegistryFact fact, String recordedAt) {
        Instant at = Instant.parse(recordedAt);
        String key = Integer.toHexString(fact.hashCode());
        return switch (fact) {
            case AdministrationFact it -> new RegistryEvent.AdministrationRecorded(key, 1, dated(at, it));
            case AgreementFact it -> new RegistryEvent.AgreementRecorded(key, 1, dated(at, it));
            case CertificationFact it -> new RegistryEvent.CertificationRecorded(key, 1, dated(at, it));
            case CommodityFact it -> new RegistryEvent.CommodityRecorded(it.id().value(), 1, dated(at, it));
            case ConsultationFact it -> new RegistryEvent.ConsultationRecorded(key, 1, dated(at, it));
            case CoverageFact it -> new RegistryEvent.CoverageRecorded(key, 1, dated(at, it));
            case ExemptionFact it -> new RegistryEvent.ExemptionRecorded(key, 1, dated(at, it));
            case ExportNotificationFact it -> new RegistryEvent.ExportNotificationRecorded(key, 1, dated(at, it));
            case ImportResponseFact it -> new RegistryEvent.ImportResponseRecorded(key, 1, dated(at, it));
            case LicenceFact it -> new RegistryEvent.LicenceRecorded(key, 1, dated(at, it));
            case LimitFact it -> new RegistryEvent.LimitRecorded(key, 1, dated(at, it));
            case NotificationFact it -> new RegistryEvent.NotificationRecorded(key, 1, dated(at, it));
            case PartyFact it -> new RegistryEvent.PartyRecorded(it.country().value(), 1, dated(at, it));
            case ProhibitionFact it -> new RegistryEvent.ProhibitionRecorded(key, 1, dated(at, it));
            case QuotaFact it -> new RegistryEvent.QuotaRecorded(key, 1, dated(at, it));
            case RequirementFact it -> new RegistryEvent.RequirementRecorded(key, 1, dated(at, it));
            case SharingFact it -> new RegistryEvent.SharingRecorded(key, 1, dated(at, it));
            case ShipmentFact it -> new RegistryEvent.ShipmentRecorded(key, 1, dated(at, it));
            case TerritoryFact it -> new RegistryEvent.TerritoryRecorded(key, 1, dated(at, it));
            case TraderFact it -> new RegistryEvent.TraderRecorded(key, 1, dated(at, it));
            case WatchlistFact it -> new RegistryEvent.WatchlistRecorded(key, 1, dated(at, it));
        };
    }

    private static <F> List<Dated<F>> dated(Instant at, F fact) {
        return List.of(new Dated<>(at, REGISTRY, fact));
    }
}
