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

    /**
     * Compares use, condition, form and packaging. An exception must be claimed: where no use is declared, none is. Goods
     * without a declared form under the headings of the substances themselves (2903, 3827 and its forerunner 3824) are bulk.
     *
     * @param scope none means all goods
     */
    public static ScopeReach of(@Nullable GoodsScope scope, Goods goods) {
        if (scope == null) {
            return MEANT;
        }
        if (goods.intendedUse() != null && scope.exceptUses().contains(goods.intendedUse())) {
            return NOT_MEANT;
        }
        return of(scope.intendedUses(), goods.intendedUse())
                .and(of(scope.conditions(), NOT_STATED.equals(goods.condition()) ? null : goods.condition()))
                .and(of(scope.forms(), formOf(goods)))
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
        return goods.hsCode().digits().matches("(2903|3827|3824).*") ? "bulk" : null;
    }
}
