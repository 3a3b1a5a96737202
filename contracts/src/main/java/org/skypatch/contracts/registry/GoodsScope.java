package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Which goods of a commodity are meant; an empty list means all.
 *
 * @param intendedUses refrigeration, feedstock, quarantine-and-pre-shipment, essential, critical, laboratory, process-agent, destruction, …
 * @param exceptUses intended uses that are not meant although the first list would take them in
 * @param conditions virgin, recovered, recycled, reclaimed, waste, not-stated
 * @param forms bulk, product, precharged-equipment, relying-equipment, article, waste, empty-container
 * @param packageKinds non-refillable, refillable, iso-tank, drum, can, …
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GoodsScope(
        List<String> intendedUses,
        List<String> exceptUses,
        List<String> conditions,
        List<String> forms,
        List<String> packageKinds) {
    public GoodsScope {
        intendedUses = intendedUses == null ? List.of() : List.copyOf(intendedUses);
        exceptUses = exceptUses == null ? List.of() : List.copyOf(exceptUses);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        forms = forms == null ? List.of() : List.copyOf(forms);
        packageKinds = packageKinds == null ? List.of() : List.copyOf(packageKinds);
    }
}
