package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/** A row of one of the lists of codes. */
public sealed interface Listed {

    /** The code that it is found by; several rows may share it. */
    String key();

    /** What it is searched by. */
    String words();

    /**
     * A place that goods enter or leave by.
     *
     * @param locode UN/LOCODE
     * @param functions sea, inland-water, air, rail, road, dry-port, border
     * @param latitude degrees
     * @param longitude degrees
     * @param iata code of an airport
     * @param positionFrom whose point it is
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Port(
            String locode,
            String name,
            CountryCode country,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            List<String> functions,
            @Nullable String iata,
            @Nullable String positionFrom)
            implements Listed {
        @Override
        public String key() {
            return locode;
        }

        @Override
        public String words() {
            return locode + " " + name + (iata == null ? "" : " " + iata);
        }
    }

    /**
     * An operation of Annex IV of the Basel Convention.
     *
     * @param kind disposal or recovery
     * @param interim whether another operation must follow
     * @param annex section of the annex
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Operation(
            String code,
            String kind,
            String description,
            boolean interim,
            String annex,
            @Nullable String note) implements Listed {
        @Override
        public String key() {
            return code;
        }

        @Override
        public String words() {
            return code + " " + description;
        }
    }

    /**
     * A hazard of Annex III of the Basel Convention.
     *
     * @param unClass class of the UN recommendations on the transport of dangerous goods
     */
    record Hazard(String code, String unClass, String name, String description) implements Listed {
        @Override
        public String key() {
            return code;
        }

        @Override
        public String words() {
            return code + " " + name + " " + description;
        }
    }

    /**
     * A code of the Basel notification and movement documents.
     *
     * @param group packaging, transport or physical
     */
    record FormCode(String group, String code, String label) implements Listed {
        @Override
        public String key() {
            return code;
        }

        @Override
        public String words() {
            return code + " " + label;
        }
    }

    /**
     * A step of a phase-out schedule of the Montreal Protocol; it holds until the next one.
     *
     * @param group such as {@code C-I}, or {@code F} for both groups of HFCs
     * @param partyClass article5-group1, article5-group2, non-article5 or non-article5-late
     * @param year the first calendar year
     * @param allowedPercent of the Party's baseline
     * @param measure consumption or production
     * @param note the baseline, and what is let through nevertheless
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PhaseOutStep(
            String group,
            String partyClass,
            int year,
            BigDecimal allowedPercent,
            String measure,
            @Nullable String note) implements Listed {
        @Override
        public String key() {
            return group;
        }

        @Override
        public String words() {
            return group + " " + partyClass + " " + year;
        }
    }

    /**
     * A line of the Harmonized System under which controlled goods, or products with them, travel.
     *
     * @param hs2022 code of the edition of 2022
     * @param hs2017 its predecessor of 2017
     * @param kind substance, mixture, product, equipment or other
     * @param covers commodities that travel under it; indicative for products and equipment
     * @param residual whether the line of 2022 takes in other goods too, so that it proves nothing
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record HsLine(
            String hs2022,
            @Nullable String hs2017,
            String kind,
            String description,
            List<CommodityId> covers,
            boolean residual,
            @Nullable String note,
            @Nullable String confidence)
            implements Listed {
        @Override
        public String key() {
            return hs2022.replaceAll("[^0-9]", "");
        }

        @Override
        public String words() {
            return hs2022 + " " + description;
        }
    }
}
