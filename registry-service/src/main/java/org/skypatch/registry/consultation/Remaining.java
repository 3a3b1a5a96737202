package org.skypatch.registry.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/**
 * What a Party and its trader have left for the goods of a consultation; shown to that Party alone. Amounts drawn and
 * pending are tracking's, of the instant given; the registry shows them and decides nothing by them.
 *
 * @param party whose quotas and licences these are: the reader's own
 * @param trader its importer or exporter; none if the consultation does not say its number
 * @param quotas of the planned year that count these goods
 * @param licences that the Party has issued to the trader for this commodity and that hold on the planned day or later
 */
public record Remaining(CountryCode party, @Nullable TraderId trader, List<OfQuota> quotas, List<OfLicence> licences) {
    public Remaining {
        quotas = List.copyOf(quotas);
        licences = List.copyOf(licences);
    }

    /**
     * What is left of a quota, in its own unit.
     *
     * @param quota {@code <country>/<year>/<group>}
     * @param unit kg, odpTonnes or co2eTonnes
     * @param drawn by movements that have arrived, as tracking says
     * @param pending by movements under way, as tracking says
     * @param balanceAt the instant of what tracking says; missing while it has said nothing
     * @param reserved by confirmed consultations that are valid and have not become a licence
     * @param left granted less drawn, pending and reserved
     * @param asked what this consultation would take
     * @param allocation the trader's share; missing if it has none
     */
    public record OfQuota(
            String quota,
            String unit,
            Figure granted,
            Figure drawn,
            Figure pending,
            @Nullable Instant balanceAt,
            Figure reserved,
            Figure left,
            Figure asked,
            @Nullable OfAllocation allocation) {}

    /**
     * What is left of a trader's share of a quota, in the quota's unit.
     *
     * @param licensed by the licences whose last day is in that year: the whole of those that stand, what was drawn and is
     *     pending of those that have ended; unknown if tracking has not said that
     * @param reserved by its own confirmed consultations
     * @param left granted less licensed and reserved
     */
    public record OfAllocation(Figure granted, Figure licensed, Figure reserved, Figure left) {}

    /**
     * What is left of a licence, in kilograms.
     *
     * @param licence {@code <issuer>/<number>}
     * @param state issued or suspended
     * @param balanceAt the instant of what tracking says; missing while it has said nothing
     */
    public record OfLicence(
            String licence,
            String state,
            LocalDate validUntil,
            Figure granted,
            Figure drawn,
            Figure pending,
            Figure left,
            @Nullable Instant balanceAt) {}
}
