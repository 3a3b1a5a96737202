package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;

/**
 * What the lists say of a commodity besides what judges movements: for people to read and to search by.
 *
 * @param otherNames names it is searched by that are no trade names
 * @param brands trade names with their makers
 * @param potentialsFrom where ODP and GWP are taken from
 * @param potentialsNote what is to be known of them, such as that of a range the upper end is meant
 * @param unBasis specific if the UN number names it, generic if it names a class of goods
 * @param hsHints codes under which it may be declared besides its own: of preparations, or by an unofficial mapping
 * @param hazards typical H codes of Annex III of the Basel Convention, by own judgement
 * @param status of a waste code: active or deleted
 * @param replacedBy the codes that took the place of a deleted one
 * @param note what else is to be known of its listing
 * @param exemptions specific exemptions and acceptable purposes of the Stockholm Convention in short
 * @param lowPopLimit the content below which a waste is no POP waste
 * @param lowPopLimitFrom whose limit it is
 * @param signs how it is recognised, each with its source
 * @param confidence high if two independent sources agree, else medium; not said if none
 * @param sources keys of the folder's README
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CommodityDetail(
        @Nullable String chemicalName,
        @Nullable String formula,
        List<String> otherNames,
        List<Brand> brands,
        @Nullable String potentialsFrom,
        @Nullable String potentialsNote,
        @Nullable String unBasis,
        List<HsCode> hsHints,
        List<String> hazards,
        @Nullable String status,
        List<CommodityId> replacedBy,
        @Nullable String note,
        @Nullable String exemptions,
        @Nullable String lowPopLimit,
        @Nullable String lowPopLimitFrom,
        List<Sign> signs,
        @Nullable String confidence,
        List<String> sources) {

    public CommodityDetail {
        otherNames = copy(otherNames);
        brands = copy(brands);
        hsHints = copy(hsHints);
        hazards = copy(hazards);
        replacedBy = copy(replacedBy);
        signs = copy(signs);
        sources = copy(sources);
    }

    /**
     * A trade name.
     *
     * @param maker who uses or used it; not known if none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Brand(
            String name, @Nullable String maker, @Nullable String confidence) {}

    /**
     * Something by which the commodity is recognised.
     *
     * @param aspect packaging, label or disguise
     */
    public record Sign(String aspect, String says, String source) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
