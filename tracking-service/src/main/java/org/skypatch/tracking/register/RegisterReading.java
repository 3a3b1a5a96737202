package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.registry.WatchlistFact;

/** Sorts the registry's records into a {@link Register}. */
public final class RegisterReading {

    /** The kinds of records that every judgement reads; the others are read as movements cite them, or not at all. */
    public static final Set<String> KINDS = Set.of(
            "commodity",
            "party",
            "coverage",
            "requirement",
            "prohibition",
            "quota",
            "agreement",
            "territory",
            "limit",
            "exemption",
            "import-response",
            "export-notification",
            "certification",
            "watchlist",
            "administration",
            "catalogue");

    private final List<CommodityFact> commodities = new ArrayList<>();
    private final List<PartyFact> parties = new ArrayList<>();
    private final List<Versions<CoverageFact>> coverage = new ArrayList<>();
    private final List<Versions<RequirementFact>> requirements = new ArrayList<>();
    private final List<Versions<ProhibitionFact>> prohibitions = new ArrayList<>();
    private final List<Quotas.Keyed> quotas = new ArrayList<>();
    private final List<Versions<AgreementFact>> agreements = new ArrayList<>();
    private final List<Versions<TerritoryFact>> territories = new ArrayList<>();
    private final List<Versions<LimitFact>> limits = new ArrayList<>();
    private final List<Versions<ExemptionFact>> exemptions = new ArrayList<>();
    private final List<Versions<ImportResponseFact>> importResponses = new ArrayList<>();
    private final List<Versions<ExportNotificationFact>> exportNotifications = new ArrayList<>();
    private final List<Versions<CertificationFact>> certifications = new ArrayList<>();
    private final List<Versions<WatchlistFact>> watchlist = new ArrayList<>();
    private final List<AdministrationFact> administrations = new ArrayList<>();
    private RegistryEvent.@Nullable CatalogueRecorded closing;

    private RegisterReading() {}

    static Register of(Collection<RegistryEvent> records) {
        RegisterReading reading = new RegisterReading();
        records.forEach(reading::add);
        return reading.register();
    }

    private void add(RegistryEvent record) {
        switch (record) {
            case RegistryEvent.CommodityRecorded it ->
                commodities.add(it.versions().getLast().fact());
            case RegistryEvent.PartyRecorded it ->
                parties.add(it.versions().getLast().fact());
            case RegistryEvent.CoverageRecorded it -> coverage.add(new Versions<>(it.versions()));
            case RegistryEvent.RequirementRecorded it -> requirements.add(new Versions<>(it.versions()));
            case RegistryEvent.ProhibitionRecorded it -> prohibitions.add(new Versions<>(it.versions()));
            case RegistryEvent.QuotaRecorded it ->
                quotas.add(new Quotas.Keyed(it.key(), it.versions().getLast().fact()));
            case RegistryEvent.AgreementRecorded it -> agreements.add(new Versions<>(it.versions()));
            case RegistryEvent.TerritoryRecorded it -> territories.add(new Versions<>(it.versions()));
            case RegistryEvent.LimitRecorded it -> limits.add(new Versions<>(it.versions()));
            case RegistryEvent.ExemptionRecorded it -> exemptions.add(new Versions<>(it.versions()));
            case RegistryEvent.ImportResponseRecorded it -> importResponses.add(new Versions<>(it.versions()));
            case RegistryEvent.ExportNotificationRecorded it -> exportNotifications.add(new Versions<>(it.versions()));
            case RegistryEvent.CertificationRecorded it -> certifications.add(new Versions<>(it.versions()));
            case RegistryEvent.WatchlistRecorded it -> watchlist.add(new Versions<>(it.versions()));
            case RegistryEvent.AdministrationRecorded it ->
                administrations.add(it.versions().getLast().fact());
            case RegistryEvent.CatalogueRecorded it -> closing = it;
            case RegistryEvent.TraderRecorded _,
                    RegistryEvent.LicenceRecorded _,
                    RegistryEvent.NotificationRecorded _,
                    RegistryEvent.ShipmentRecorded _,
                    RegistryEvent.ConsultationRecorded _,
                    RegistryEvent.SharingRecorded _ -> {
                // Cited by movements, or no matter of judgement.
            }
        }
    }

    private Register register() {
        RegistryEvent.CatalogueRecorded whole = closing;
        boolean isComplete =
                whole != null && commodities.size() >= whole.commodities() && parties.size() >= whole.parties();
        Law law = new Law(
                new Requirements(requirements),
                new InForce<>(prohibitions, ProhibitionFact::state, ProhibitionFact::from, ProhibitionFact::until),
                new Quotas(quotas),
                new InForce<>(agreements, AgreementFact::id, AgreementFact::from, AgreementFact::until),
                new InForce<>(limits, LimitFact::scope, LimitFact::from, LimitFact::until),
                new InForce<>(exemptions, ExemptionFact::country, ExemptionFact::from, ExemptionFact::until),
                new InForce<>(importResponses, ImportResponseFact::country, ImportResponseFact::on, none -> null),
                new InForce<>(
                        exportNotifications,
                        ExportNotificationFact::exportCountry,
                        sent -> LocalDate.of(sent.year(), 1, 1),
                        sent -> Law.endOf(sent.year())),
                new InForce<>(
                        certifications,
                        CertificationFact::exportCountry,
                        given -> LocalDate.of(given.year(), 1, 1),
                        given -> Law.endOf(given.year())),
                new InForce<>(watchlist, WatchlistFact::owner, always -> LocalDate.MIN, WatchlistFact::until));
        return new Register(
                isComplete,
                new Catalogue(commodities),
                new Coverage(coverage),
                law,
                new Parties(parties),
                new Territories(territories),
                new Administrations(administrations));
    }
}
