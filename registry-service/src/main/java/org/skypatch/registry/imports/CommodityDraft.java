package org.skypatch.registry.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.Control;
import org.skypatch.contracts.registry.HsListing;
import org.skypatch.contracts.registry.Recognition;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.registry.catalogue.CatalogueEntry;
import org.skypatch.registry.catalogue.CommodityDetail;

/** A commodity while the lists are read: several of them may add to it. */
final class CommodityDraft {

    static final String PACKAGING = "packaging";
    static final String LABEL = "label";
    static final String DISGUISE = "disguise";

    final CommodityId id;
    final String name;
    final String kind;
    final Set<Convention> conventions = new LinkedHashSet<>();
    final Set<String> groups = new LinkedHashSet<>();
    final List<Component> components = new ArrayList<>();
    final Set<CasNumber> casNumbers = new LinkedHashSet<>();
    final Set<HsCode> hsCodes = new LinkedHashSet<>();
    final List<HsListing> hsListings = new ArrayList<>();
    final Set<UnNumber> unNumbers = new LinkedHashSet<>();
    final List<WasteCode> wasteCodes = new ArrayList<>();
    final Set<String> tradeNames = new LinkedHashSet<>();
    final List<Control> controls = new ArrayList<>();
    final Set<String> otherNames = new LinkedHashSet<>();
    final List<CommodityDetail.Brand> brands = new ArrayList<>();
    final Set<HsCode> hsHints = new LinkedHashSet<>();
    final List<String> hazards = new ArrayList<>();
    final List<CommodityId> replacedBy = new ArrayList<>();
    final Set<CommodityDetail.Sign> signs = new LinkedHashSet<>();
    final Set<String> sources = new LinkedHashSet<>();

    @Nullable
    BigDecimal odp;

    @Nullable
    BigDecimal gwp;

    @Nullable
    String chemicalName;

    @Nullable
    String formula;

    @Nullable
    String potentialsFrom;

    @Nullable
    String potentialsNote;

    @Nullable
    String unBasis;

    @Nullable
    String status;

    @Nullable
    String note;

    @Nullable
    String exemptions;

    @Nullable
    String lowPopLimit;

    @Nullable
    String lowPopLimitFrom;

    @Nullable
    String confidence;

    CommodityDraft(CommodityId id, String name, String kind) {
        this.id = id;
        this.name = name;
        this.kind = kind;
    }

    /** Notes a code of the Harmonized System by the edition that holds it. */
    void travelsUnder(HsCode code, String edition, boolean residual) {
        hsCodes.add(code);
        hsListings.add(new HsListing(code, edition, residual));
    }

    CatalogueEntry entry() {
        CommodityFact fact = new CommodityFact(
                id,
                name,
                kind,
                conventions,
                groups,
                components,
                odp,
                gwp,
                List.copyOf(casNumbers),
                List.copyOf(hsCodes),
                List.copyOf(unNumbers),
                wasteCodes,
                List.copyOf(tradeNames),
                controls,
                hsListings,
                recognition());
        return new CatalogueEntry(
                fact,
                new CommodityDetail(
                        chemicalName,
                        formula,
                        List.copyOf(otherNames),
                        brands,
                        potentialsFrom,
                        potentialsNote,
                        unBasis,
                        List.copyOf(hsHints),
                        hazards,
                        status,
                        replacedBy,
                        note,
                        exemptions,
                        lowPopLimit,
                        lowPopLimitFrom,
                        List.copyOf(signs),
                        confidence,
                        List.copyOf(sources)));
    }

    private @Nullable Recognition recognition() {
        return signs.isEmpty() ? null : new Recognition(said(PACKAGING), said(LABEL), said(DISGUISE));
    }

    private List<String> said(String aspect) {
        return signs.stream()
                .filter(sign -> sign.aspect().equals(aspect))
                .map(CommodityDetail.Sign::says)
                .toList();
    }
}
