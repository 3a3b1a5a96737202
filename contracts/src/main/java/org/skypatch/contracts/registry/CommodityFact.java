package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/**
 * A controlled substance, blend, waste or chemical of the catalogue.
 *
 * @param kind substance, blend, waste or chemical
 * @param conventions the treaties that control it; none if it is listed and not controlled
 * @param groups Montreal groups, such as {@code C-I}; of a blend those of its controlled components
 * @param odp ozone-depleting potential of the Protocol; of a blend by mass
 * @param gwp 100-year global-warming potential of the Protocol; missing if it gives none
 * @param hsCodes HS 2022 and 2017
 * @param tradeNames brand and common names; a hint, never proof
 * @param controls which treaty lists it where, and since when
 * @param hsListings the codes of {@code hsCodes} with their edition
 * @param recognition how it is packed and labelled, and what it is passed off as; missing if nothing is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommodityFact(
        CommodityId id,
        String name,
        String kind,
        Set<Convention> conventions,
        Set<String> groups,
        List<Component> components,
        @Nullable BigDecimal odp,
        @Nullable BigDecimal gwp,
        List<CasNumber> casNumbers,
        List<HsCode> hsCodes,
        List<UnNumber> unNumbers,
        List<WasteCode> wasteCodes,
        List<String> tradeNames,
        List<Control> controls,
        List<HsListing> hsListings,
        @Nullable Recognition recognition)
        implements RegistryFact {
    public CommodityFact {
        conventions = conventions == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(conventions));
        groups = groups == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(groups));
        components = components == null ? List.of() : List.copyOf(components);
        casNumbers = casNumbers == null ? List.of() : List.copyOf(casNumbers);
        hsCodes = hsCodes == null ? List.of() : List.copyOf(hsCodes);
        unNumbers = unNumbers == null ? List.of() : List.copyOf(unNumbers);
        wasteCodes = wasteCodes == null ? List.of() : List.copyOf(wasteCodes);
        tradeNames = tradeNames == null ? List.of() : List.copyOf(tradeNames);
        controls = controls == null ? List.of() : List.copyOf(controls);
        hsListings = hsListings == null ? List.of() : List.copyOf(hsListings);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of();
    }
}
