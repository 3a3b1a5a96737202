package org.skypatch.registry.record;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.skypatch.contracts.trade.CountryCode;

/**
 * A kind of record: what the topic calls it, what a version of it says, how it travels, and who may read it. The
 * constants are all the kinds there are.
 *
 * @param label as on the topic, such as {@code licence}
 * @param fact what one version says
 * @param recorded the record with all its versions, as it travels
 * @param readers the countries that may read it; see {@link #EVERYONE}
 */
public record RecordKind<F extends RegistryFact>(
        String label, Class<F> fact, Recorded<F> recorded, Function<F, Set<String>> readers) {

    /** The reader that stands for every member. */
    public static final String EVERYONE = "*";

    public static final RecordKind<TraderFact> TRADER = new RecordKind<>(
            "trader", TraderFact.class, RegistryEvent.TraderRecorded::new, trader -> countries(trader.country()));
    public static final RecordKind<LicenceFact> LICENCE = new RecordKind<>(
            "licence",
            LicenceFact.class,
            RegistryEvent.LicenceRecorded::new,
            licence -> countries(licence.issuer(), licence.exporterCountry(), licence.importerCountry()));
    public static final RecordKind<CoverageFact> COVERAGE = new RecordKind<>(
            "coverage", CoverageFact.class, RegistryEvent.CoverageRecorded::new, coverage -> everyone());
    public static final RecordKind<RequirementFact> REQUIREMENT = new RecordKind<>(
            "requirement", RequirementFact.class, RegistryEvent.RequirementRecorded::new, requirement -> everyone());
    public static final RecordKind<ProhibitionFact> PROHIBITION = new RecordKind<>(
            "prohibition", ProhibitionFact.class, RegistryEvent.ProhibitionRecorded::new, prohibition -> everyone());
    public static final RecordKind<QuotaFact> QUOTA = new RecordKind<>(
            "quota", QuotaFact.class, RegistryEvent.QuotaRecorded::new, quota -> countries(quota.country()));
    public static final RecordKind<AgreementFact> AGREEMENT = new RecordKind<>(
            "agreement", AgreementFact.class, RegistryEvent.AgreementRecorded::new, agreement -> everyone());
    public static final RecordKind<TerritoryFact> TERRITORY = new RecordKind<>(
            "territory", TerritoryFact.class, RegistryEvent.TerritoryRecorded::new, territory -> everyone());
    public static final RecordKind<LimitFact> LIMIT =
            new RecordKind<>("limit", LimitFact.class, RegistryEvent.LimitRecorded::new, limit -> everyone());
    public static final RecordKind<AdministrationFact> ADMINISTRATION = new RecordKind<>(
            "administration",
            AdministrationFact.class,
            RegistryEvent.AdministrationRecorded::new,
            administration -> everyone());
    public static final RecordKind<WatchlistFact> WATCHLIST = new RecordKind<>(
            "watchlist",
            WatchlistFact.class,
            RegistryEvent.WatchlistRecorded::new,
            entry -> countries(Stream.concat(Stream.of(entry.owner()), entry.sharedWith().stream())));
    public static final RecordKind<SharingFact> SHARING =
            new RecordKind<>("sharing", SharingFact.class, RegistryEvent.SharingRecorded::new, RecordKind::sharers);
    public static final RecordKind<ConsultationFact> CONSULTATION = new RecordKind<>(
            "consultation",
            ConsultationFact.class,
            RegistryEvent.ConsultationRecorded::new,
            consultation -> countries(consultation.requestedBy(), consultation.counterpart()));
    public static final RecordKind<NotificationFact> NOTIFICATION = new RecordKind<>(
            "notification",
            NotificationFact.class,
            RegistryEvent.NotificationRecorded::new,
            notification -> notification.forwardedOn() == null
                    ? countries(notification.exportCountry())
                    : countries(notification.concerns().stream()));
    public static final RecordKind<ShipmentFact> SHIPMENT = new RecordKind<>(
            "shipment",
            ShipmentFact.class,
            RegistryEvent.ShipmentRecorded::new,
            shipment -> countries(shipment.concerned().stream()));
    public static final RecordKind<ImportResponseFact> IMPORT_RESPONSE = new RecordKind<>(
            "import-response",
            ImportResponseFact.class,
            RegistryEvent.ImportResponseRecorded::new,
            response -> everyone());
    public static final RecordKind<ExportNotificationFact> EXPORT_NOTIFICATION = new RecordKind<>(
            "export-notification",
            ExportNotificationFact.class,
            RegistryEvent.ExportNotificationRecorded::new,
            notice -> countries(notice.exportCountry(), notice.importCountry()));
    public static final RecordKind<ExemptionFact> EXEMPTION = new RecordKind<>(
            "exemption", ExemptionFact.class, RegistryEvent.ExemptionRecorded::new, exemption -> everyone());
    public static final RecordKind<CertificationFact> CERTIFICATION = new RecordKind<>(
            "certification",
            CertificationFact.class,
            RegistryEvent.CertificationRecorded::new,
            certification -> countries(certification.exportCountry(), certification.importCountry()));
    public static final RecordKind<PartyFact> PARTY =
            new RecordKind<>("party", PartyFact.class, RegistryEvent.PartyRecorded::new, party -> everyone());
    public static final RecordKind<CommodityFact> COMMODITY = new RecordKind<>(
            "commodity", CommodityFact.class, RegistryEvent.CommodityRecorded::new, commodity -> everyone());

    /** Makes the message of a record from its versions. */
    @FunctionalInterface
    public interface Recorded<F extends RegistryFact> {
        RegistryEvent of(String key, long revision, List<Dated<F>> versions);
    }

    @Override
    public String toString() {
        return label;
    }

    /** The Party that shares, and those that it shares something with. */
    private static Set<String> sharers(SharingFact sharing) {
        return Stream.concat(
                        Stream.of(sharing.country().value()),
                        sharing.shares().stream()
                                .flatMap(share -> share.everyone()
                                        ? Stream.of(EVERYONE)
                                        : share.with().stream().map(CountryCode::value)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> everyone() {
        return Set.of(EVERYONE);
    }

    private static Set<String> countries(CountryCode... countries) {
        return countries(Stream.of(countries));
    }

    private static Set<String> countries(Stream<CountryCode> countries) {
        return countries.map(CountryCode::value).collect(Collectors.toUnmodifiableSet());
    }
}
