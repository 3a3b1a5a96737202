package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

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
    @JsonSubTypes.Type(value = RegistryEvent.PartyRecorded.class, name = "party"),
    @JsonSubTypes.Type(value = RegistryEvent.CommodityRecorded.class, name = "commodity"),
    @JsonSubTypes.Type(value = RegistryEvent.CatalogueRecorded.class, name = "catalogue")
})
public sealed interface RegistryEvent {

    /** The name of the record within its kind, such as {@code TH/TH-HCFC-2026-00017}. */
    String key();

    /** Rises with every version; the highest one is the record. */
    long revision();

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
            implements RegistryEvent {}
}
