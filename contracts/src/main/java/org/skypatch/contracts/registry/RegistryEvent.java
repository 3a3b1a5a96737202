package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A registry record with all its dated versions, oldest first, as it travels on {@code registry-events}; the record key
 * of the topic is {@code <kind>:<key>}. A consumer keeps the highest revision.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RegistryEvent.TraderRecorded.class, name = "trader"),
    @JsonSubTypes.Type(value = RegistryEvent.LicenceRecorded.class, name = "licence"),
    @JsonSubTypes.Type(value = RegistryEvent.CoverageRecorded.class, name = "coverage"),
    @JsonSubTypes.Type(value = RegistryEvent.RequirementRecorded.class, name = "requirement"),
    @JsonSubTypes.Type(value = RegistryEvent.ProhibitionRecorded.class, name = "prohibition"),
    @JsonSubTypes.Type(value = RegistryEvent.QuotaRecorded.class, name = "quota"),
    @JsonSubTypes.Type(value = RegistryEvent.AgreementRecorded.class, name = "agreement"),
    @JsonSubTypes.Type(value = RegistryEvent.TerritoryRecorded.class, name = "territory"),
    @JsonSubTypes.Type(value = RegistryEvent.LimitRecorded.class, name = "limit"),
    @JsonSubTypes.Type(value = RegistryEvent.AdministrationRecorded.class, name = "administration"),
    @JsonSubTypes.Type(value = RegistryEvent.WatchlistRecorded.class, name = "watchlist"),
    @JsonSubTypes.Type(value = RegistryEvent.SharingRecorded.class, name = "sharing"),
    @JsonSubTypes.Type(value = RegistryEvent.ConsultationRecorded.class, name = "consultation"),
    @JsonSubTypes.Type(value = RegistryEvent.NotificationRecorded.class, name = "notification"),
    @JsonSubTypes.Type(value = RegistryEvent.ShipmentRecorded.class, name = "shipment"),
    @JsonSubTypes.Type(value = RegistryEvent.ImportResponseRecorded.class, name = "import-response"),
    @JsonSubTypes.Type(value = RegistryEvent.ExportNotificationRecorded.class, name = "export-notification"),
    @JsonSubTypes.Type(value = RegistryEvent.ExemptionRecorded.class, name = "exemption"),
    @JsonSubTypes.Type(value = RegistryEvent.CertificationRecorded.class, name = "certification"),
    @JsonSubTypes.Type(value = RegistryEvent.PartyRecorded.class, name = "party"),
    @JsonSubTypes.Type(value = RegistryEvent.CommodityRecorded.class, name = "commodity"),
    @JsonSubTypes.Type(value = RegistryEvent.CatalogueRecorded.class, name = "catalogue")
})
public sealed interface RegistryEvent {

    /** The name of the record within its kind, such as {@code TH/TH-HCFC-2026-00017}. */
    String key();

    /** Rises with every version; the highest one is the record. */
    long revision();

    /** Every version of the record, oldest first; none of a marker. */
    List<? extends Dated<? extends RegistryFact>> versions();

    /** What kind of record it is, such as {@code licence}. */
    default String kind() {
        return Kinds.LABELS.get(getClass());
    }

    /** The kinds by their records, as {@link JsonSubTypes} names them. */
    final class Kinds {

        private static final Map<Class<?>, String> LABELS = Arrays.stream(
                        RegistryEvent.class.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

        private Kinds() {}
    }

    /** The versions of a trader record. */
    record TraderRecorded(String key, long revision, List<Dated<TraderFact>> versions) implements RegistryEvent {

        public TraderRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a licence record. */
    record LicenceRecorded(String key, long revision, List<Dated<LicenceFact>> versions) implements RegistryEvent {

        public LicenceRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a coverage record. */
    record CoverageRecorded(String key, long revision, List<Dated<CoverageFact>> versions) implements RegistryEvent {

        public CoverageRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a requirement record. */
    record RequirementRecorded(String key, long revision, List<Dated<RequirementFact>> versions)
            implements RegistryEvent {

        public RequirementRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a prohibition record. */
    record ProhibitionRecorded(String key, long revision, List<Dated<ProhibitionFact>> versions)
            implements RegistryEvent {

        public ProhibitionRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a quota record. */
    record QuotaRecorded(String key, long revision, List<Dated<QuotaFact>> versions) implements RegistryEvent {

        public QuotaRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of an agreement record. */
    record AgreementRecorded(String key, long revision, List<Dated<AgreementFact>> versions) implements RegistryEvent {

        public AgreementRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a territory record. */
    record TerritoryRecorded(String key, long revision, List<Dated<TerritoryFact>> versions) implements RegistryEvent {

        public TerritoryRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a limit record. */
    record LimitRecorded(String key, long revision, List<Dated<LimitFact>> versions) implements RegistryEvent {

        public LimitRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of an administration record. */
    record AdministrationRecorded(String key, long revision, List<Dated<AdministrationFact>> versions)
            implements RegistryEvent {

        public AdministrationRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a watch-list entry. */
    record WatchlistRecorded(String key, long revision, List<Dated<WatchlistFact>> versions) implements RegistryEvent {

        public WatchlistRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of what a Party shares. */
    record SharingRecorded(String key, long revision, List<Dated<SharingFact>> versions) implements RegistryEvent {

        public SharingRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a consultation record. */
    record ConsultationRecorded(String key, long revision, List<Dated<ConsultationFact>> versions)
            implements RegistryEvent {

        public ConsultationRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a notification record. */
    record NotificationRecorded(String key, long revision, List<Dated<NotificationFact>> versions)
            implements RegistryEvent {

        public NotificationRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a shipment record. */
    record ShipmentRecorded(String key, long revision, List<Dated<ShipmentFact>> versions) implements RegistryEvent {

        public ShipmentRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of an import response. */
    record ImportResponseRecorded(String key, long revision, List<Dated<ImportResponseFact>> versions)
            implements RegistryEvent {

        public ImportResponseRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of an export notification. */
    record ExportNotificationRecorded(String key, long revision, List<Dated<ExportNotificationFact>> versions)
            implements RegistryEvent {

        public ExportNotificationRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of an exemption record. */
    record ExemptionRecorded(String key, long revision, List<Dated<ExemptionFact>> versions) implements RegistryEvent {

        public ExemptionRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a certification record. */
    record CertificationRecorded(String key, long revision, List<Dated<CertificationFact>> versions)
            implements RegistryEvent {

        public CertificationRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a party record. */
    record PartyRecorded(String key, long revision, List<Dated<PartyFact>> versions) implements RegistryEvent {

        public PartyRecorded {
            versions = List.copyOf(versions);
        }
    }

    /** The versions of a commodity record. */
    record CommodityRecorded(String key, long revision, List<Dated<CommodityFact>> versions) implements RegistryEvent {

        public CommodityRecorded {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Closes a publication of the catalogue and the parties: so many records of them there are. A consumer that has them
     * all knows every commodity and country.
     *
     * @param key always {@code catalogue}
     * @param version the edition of the reference data, such as {@code 2026-11-23}
     */
    record CatalogueRecorded(
            String key, long revision, String version, int commodities, int parties, Instant recordedAt)
            implements RegistryEvent {

        @Override
        public List<Dated<RegistryFact>> versions() {
            return List.of();
        }
    }
}
