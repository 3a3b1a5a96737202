package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What States and conventions say besides what they demand, each by the State that says it.
 *
 * @param agreements agreements and arrangements of Article 11 of the Basel Convention, by their id
 * @param limits by whose rule it is: a country, {@code EU}, a convention or {@code policy}
 * @param importResponses from the day of the decision
 * @param exportNotifications by the exporting State, within their calendar year
 * @param certifications by the exporting State, within their calendar year
 * @param watchlist by its owner
 */
public record Law(
        Requirements requirements,
        InForce<CountryCode, ProhibitionFact> prohibitions,
        Quotas quotas,
        InForce<String, AgreementFact> agreements,
        InForce<String, LimitFact> limits,
        InForce<CountryCode, ExemptionFact> exemptions,
        InForce<CountryCode, ImportResponseFact> importResponses,
        InForce<CountryCode, ExportNotificationFact> exportNotifications,
        InForce<CountryCode, CertificationFact> certifications,
        InForce<CountryCode, WatchlistFact> watchlist) {

    /** The same law without the entries of watch lists that somebody may not know. */
    Law watching(Predicate<WatchlistFact> known) {
        return new Law(
                requirements,
                prohibitions,
                quotas,
                agreements,
                limits,
                exemptions,
                importResponses,
                exportNotifications,
                certifications,
                watchlist.knownAs(known));
    }

    /** Whether a law that names a commodity, else a group, else a convention speaks of the commodity. */
    public static boolean speaksOf(
            @Nullable CommodityId named,
            @Nullable String group,
            @Nullable Convention convention,
            CommodityId commodity,
            Catalogue catalogue) {
        if (named != null) {
            return named.equals(commodity);
        }
        Set<String> groups = catalogue.groups(commodity);
        if (group != null) {
            return Coverage.covers(group, groups);
        }
        return convention != null && catalogue.conventions(commodity).contains(convention);
    }

    /** The last day of a calendar year. */
    static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
