package org.skypatch.tracking.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.registry.GoodsScope;

/** Whether goods are among those that a law means, as far as their declaration tells. */
public enum ScopeReach {
    MEANT,
    NOT_MEANT,
    /** The declaration does not say what the law asks for. */
    NOT_KNOWN;

    private static final String NOT_STATED = "not-stated";
    private static final String VIRGIN = "virgin";
    private static final String BULK = "bulk";

    /** Uses that the Montreal Protocol exempts or counts apart. */
    private static final List<String> EXEMPT_USES = List.of(
            "feedstock",
            "quarantine-and-pre-shipment",
            "essential",
            "critical",
            "laboratory",
            "process-agent",
            "destruction");

    /** What the schedules of the Montreal Protocol limit, and a quota that does not say what counts against it. */
    public static final GoodsScope VIRGIN_IN_BULK =
            new GoodsScope(List.of(), EXEMPT_USES, List.of(VIRGIN), List.of(BULK), List.of());

    /**
     * Compares use, condition, form and packaging. An exception must be claimed: where no use is declared, none is. Goods
     * without a declared form under the headings of the substances themselves (2903, 3827 and its forerunner 3824) are bulk.
     *
     * @param scope none means all goods
     */
    public static ScopeReach of(@Nullable GoodsScope scope, Goods goods) {
        return of(scope, goods, condition(goods), formOf(goods));
    }

    /**
     * Whether the goods count against a quota of this scope, if none is given as virgin goods in bulk. Counting is no
     * finding: goods whose condition or form nobody stated count as virgin and in bulk, for an exception is for those who
     * claim it.
     */
    public static boolean counts(@Nullable GoodsScope scope, Goods goods) {
        String condition = condition(goods);
        String form = formOf(goods);
        return of(
                        scope == null ? VIRGIN_IN_BULK : scope,
                        goods,
                        condition == null ? VIRGIN : condition,
                        form == null ? BULK : form)
                == MEANT;
    }

    private static @Nullable String condition(Goods goods) {
        return NOT_STATED.equals(goods.condition()) ? null : goods.condition();
    }

    private static ScopeReach of(
            @Nullable GoodsScope scope, Goods goods, @Nullable String condition, @Nullable String form) {
        if (scope == null) {
            return MEANT;
        }
        if (goods.intendedUse() != null && scope.exceptUses().contains(goods.intendedUse())) {
            return NOT_MEANT;
        }
        return of(scope.intendedUses(), goods.intendedUse())
                .and(of(scope.conditions(), condition))
                .and(of(scope.forms(), form))
                .and(of(
                        scope.packageKinds(),
                        goods.packages() == null ? null : goods.packages().kind()));
    }

    private static ScopeReach of(List<String> meant, @Nullable String declared) {
        if (meant.isEmpty()) {
            return MEANT;
        }
        if (declared == null) {
            return meant.contains(NOT_STATED) ? MEANT : NOT_KNOWN;
        }
        return meant.contains(declared) ? MEANT : NOT_MEANT;
    }

    private ScopeReach and(ScopeReach other) {
        if (this == NOT_MEANT || other == NOT_MEANT) {
            return NOT_MEANT;
        }
        return this == NOT_KNOWN ? this : other;
    }

    /** The declared form, or bulk where the heading says so. */
    public static @Nullable String formOf(Goods goods) {
        if (goods.form() != null || goods.hsCode() == null) {
            return goods.form();
        }
        return goods.hsCode().digits().matches("(2903|3827|3824).*") ? BULK : null;
    }
}
