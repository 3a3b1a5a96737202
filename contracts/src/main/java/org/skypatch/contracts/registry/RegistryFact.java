package org.skypatch.contracts.registry;

import java.util.Set;
import org.skypatch.contracts.trade.CountryCode;

/** What one version of a registry record says. */
public sealed interface RegistryFact
        permits AdministrationFact,
                AgreementFact,
                CertificationFact,
                CommodityFact,
                ConsultationFact,
                CoverageFact,
                ExemptionFact,
                ExportNotificationFact,
                ImportResponseFact,
                LicenceFact,
                LimitFact,
                NotificationFact,
                PartyFact,
                ProhibitionFact,
                QuotaFact,
                RequirementFact,
                SharingFact,
                ShipmentFact,
                TerritoryFact,
                TraderFact,
                WatchlistFact {

    /** The countries whose movements may rest on it; none if any may, or if it is found by what cites it. */
    Set<CountryCode> concerns();
}
