package org.skypatch.tracking.register;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/** What Parties let in or out in a year, of which groups and commodities. */
public final class Quotas {

    /** A quota under the key of its registry record, such as {@code TH/2026/C-I}. */
    public record Keyed(String key, QuotaFact fact) {}

    private final List<Keyed> quotas;

    public Quotas(Collection<Keyed> quotas) {
        this.quotas = List.copyOf(quotas);
    }

    /** Those of these Parties in this direction ({@code import}, {@code export}), of any year. */
    public List<Keyed> of(Set<CountryCode> parties, String direction) {
        return quotas.stream()
                .filter(quota -> parties.contains(quota.fact().country())
                        && quota.fact().direction().equals(direction))
                .toList();
    }

    /** Whether a quota is about the commodity: of itself, or of a group that it belongs to. */
    public static boolean isAbout(QuotaFact quota, CommodityId commodity, Set<String> groups) {
        return quota.commodity() != null
                ? quota.commodity().equals(commodity)
                : quota.group() != null && Coverage.covers(quota.group(), groups);
    }
}
