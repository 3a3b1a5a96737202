package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.WasteCode;

/** The controlled commodities by id and by every code that may name them. */
public final class Catalogue {

    /** A catalogue that knows nothing. */
    public static final Catalogue EMPTY = new Catalogue(Set.of());

    private final Map<CommodityId, CommodityFact> byId = new HashMap<>();
    private final Map<String, Set<CommodityId>> byCas = new HashMap<>();
    private final Map<String, Set<CommodityId>> byUn = new HashMap<>();
    private final Map<String, Set<CommodityId>> byHs = new HashMap<>();
    private final Map<String, Set<CommodityId>> byWaste = new HashMap<>();
    private final Map<String, Set<CommodityId>> byName = new HashMap<>();

    public Catalogue(Collection<CommodityFact> commodities) {
        for (CommodityFact commodity : commodities) {
            byId.put(commodity.id(), commodity);
            index(byCas, commodity, commodity.casNumbers(), Object::toString);
            index(byUn, commodity, commodity.unNumbers(), Object::toString);
            index(byHs, commodity, commodity.hsCodes(), code -> code.digits());
            index(byWaste, commodity, commodity.wasteCodes(), code -> fold(code.value()));
            index(byName, commodity, commodity.tradeNames(), Catalogue::fold);
            index(byName, commodity, Set.of(commodity.name()), Catalogue::fold);
        }
    }

    private static <T> void index(
            Map<String, Set<CommodityId>> index,
            CommodityFact commodity,
            Collection<T> codes,
            Function<T, String> written) {
        codes.forEach(code -> index.computeIfAbsent(written.apply(code), none -> new TreeSet<>())
                .add(commodity.id()));
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    public Optional<CommodityFact> commodity(CommodityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * What the goods are: the catalogue id that the reporter gave, else the one that its codes leave, tried from the most
     * exact code to the least (CAS, waste code, UN number, HS code, then the description as a trade name). Empty if
     * nothing names exactly one commodity.
     */
    public Optional<CommodityId> resolve(Goods goods) {
        if (goods.commodity() != null) {
            return Optional.of(goods.commodity());
        }
        @Nullable Set<CommodityId> left = null;
        left = narrowed(
                left,
                goods.casNumber() == null ? null : byCas.get(goods.casNumber().value()));
        for (WasteCode code : goods.wasteCodes()) {
            if (left == null || left.size() != 1) {
                left = narrowed(left, byWaste.get(fold(code.value())));
            }
        }
        left = narrowed(
                left,
                goods.unNumber() == null ? null : byUn.get(goods.unNumber().value()));
        left = narrowed(
                left, goods.hsCode() == null ? null : byHs.get(goods.hsCode().digits()));
        left = narrowed(left, goods.description() == null ? null : byName.get(fold(goods.description())));
        return left != null && left.size() == 1 ? Optional.of(left.iterator().next()) : Optional.empty();
    }

    /** What both leave; what they leave alone if they contradict or one says nothing. */
    private static @Nullable Set<CommodityId> narrowed(
            @Nullable Set<CommodityId> left, @Nullable Set<CommodityId> found) {
        if (left == null || found == null) {
            return left == null ? found : left;
        }
        Set<CommodityId> both = new HashSet<>(left);
        both.retainAll(found);
        return both.isEmpty() ? left : both;
    }

    /** The treaties that control the commodity; none if it is unknown or not controlled. */
    public Set<Convention> conventions(CommodityId id) {
        return commodity(id).map(CommodityFact::conventions).orElse(Set.of());
    }

    /** The Montreal groups of the commodity, of a blend those of its components. */
    public Set<String> groups(CommodityId id) {
        return commodity(id).map(CommodityFact::groups).orElse(Set.of());
    }

    public boolean isControlled(CommodityId id) {
        return !conventions(id).isEmpty();
    }
}
