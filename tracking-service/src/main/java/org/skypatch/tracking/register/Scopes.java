package org.skypatch.tracking.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.registry.GoodsScope;

/** Which goods a fact means: by intended use, condition, form and packing. */
public final class Scopes {

    /** Uses that the Montreal Protocol exempts or counts apart. */
    private static final List<String> EXEMPT_USES = List.of(
            "feedstock",
            "quarantine-and-pre-shipment",
            "essential",
            "critical",
            "laboratory",
            "process-agent",
            "destruction");

    /** What counts against a quota that does not say it: virgin goods in bulk, none for an exempt use. */
    private static final GoodsScope COUNTED_BY_DEFAULT =
            new GoodsScope(List.of(), EXEMPT_USES, List.of("virgin"), List.of("bulk"), List.of());

    private Scopes() {}

    /**
     * Whether the goods count against a quota of this scope. Goods whose condition or form nobody stated count as virgin
     * and in bulk: an exception is for those who claim it.
     */
    public static boolean counts(@Nullable GoodsScope scope, Goods goods) {
        GoodsScope counted = scope == null ? COUNTED_BY_DEFAULT : scope;
        String condition =
                goods.condition() == null || goods.condition().equals("not-stated") ? "virgin" : goods.condition();
        String form = goods.form() == null ? "bulk" : goods.form();
        String packing = goods.packages() == null ? null : goods.packages().kind();
        return isMeant(counted.intendedUses(), goods.intendedUse())
                && (goods.intendedUse() == null || !counted.exceptUses().contains(goods.intendedUse()))
                && isMeant(counted.conditions(), condition)
                && isMeant(counted.forms(), form)
                && isMeant(counted.packageKinds(), packing);
    }

    private static boolean isMeant(List<String> meant, @Nullable String value) {
        return meant.isEmpty() || (value != null && meant.contains(value));
    }
}
