package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.HsListing;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.WasteCode;

/** The controlled commodities by id and by every code that may name them. */
public final class Catalogue {

    /** A catalogue that knows nothing. */
    public static final Catalogue EMPTY = new Catalogue(Set.of());

    /** How many words a trade name may have. */
    private static final int MOST_WORDS = 3;

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
            listings(commodity).forEach(listing -> byHs.computeIfAbsent(
                            listing.edition() + " " + heading(listing.code()), none -> new TreeSet<>())
                    .add(commodity.id()));
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
     * The HS lines of the commodity that prove something. Where no edition is recorded the code is taken for both; a line
     * that takes in other goods proves nothing.
     */
    private static List<HsListing> listings(CommodityFact commodity) {
        if (commodity.hsListings().isEmpty()) {
            return commodity.hsCodes().stream()
                    .flatMap(code -> HsEdition.ALL.stream().map(edition -> new HsListing(code, edition, false)))
                    .toList();
        }
        return commodity.hsListings().stream()
                .filter(listing -> !listing.residual())
                .toList();
    }

    /** The six digits that are the same everywhere; what follows is national. */
    public static String heading(HsCode code) {
        String digits = code.digits();
        return digits.length() > 6 ? digits.substring(0, 6) : digits;
    }

    /**
     * What the goods are: the catalogue id that the reporter gave, else the one that its codes leave, tried from the most
     * exact code to the least (CAS, waste code, UN number, HS code by the edition in force on that day, then what the
     * description names). Empty if nothing names exactly one commodity.
     */
    public Optional<CommodityId> resolve(Goods goods, LocalDate day) {
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
        left = narrowed(left, goods.hsCode() == null ? null : under(goods.hsCode(), day));
        left = narrowed(left, goods.description() == null ? null : named(goods.description()));
        return left != null && left.size() == 1 ? Optional.of(left.iterator().next()) : Optional.empty();
    }

    /** The commodities under an HS line by the edition in force, else by the other one: some countries adopt late. */
    public @Nullable Set<CommodityId> under(HsCode code, LocalDate day) {
        return HsEdition.likeliestFirst(day).stream()
                .map(edition -> byHs.get(edition + " " + heading(code)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The commodities that a description names: as a whole, else by words in it that are a name with a number, such as
     * {@code R-134a}. A hint, never proof.
     */
    private @Nullable Set<CommodityId> named(String description) {
        Set<CommodityId> whole = byName.get(fold(description));
        if (whole != null) {
            return whole;
        }
        String[] words = description.strip().split("[\\s,;:()]+");
        Set<CommodityId> named = new TreeSet<>();
        for (int from = 0; from < words.length; from++) {
            StringBuilder name = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
                String folded = fold(name.append(words[to]).toString());
                if (folded.matches("\\p{L}+\\p{N}.*")) {
                    named.addAll(byName.getOrDefault(folded, Set.of()));
                }
            }
        }
        return named.isEmpty() ? null : named;
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
