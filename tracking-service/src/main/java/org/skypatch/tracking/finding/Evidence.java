package org.skypatch.tracking.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Licences;
import org.skypatch.tracking.register.Notifications;
import org.skypatch.tracking.register.Register;

/**
 * What a movement is judged by.
 *
 * @param asOf the judging instant; rules know no other clock
 * @param cited the records that the movement names, as far as the registry holds them
 * @param standings every account that the movement draws on, and where it goes beyond the grant
 * @param stocks what had come into the countries that it was re-exported from, and gone out again
 * @param enquiries whether the goods were seen, as others were asked and answered, oldest first
 * @param transitTimes what was learned of its corridor, month by month
 * @param usualPrices what was learned of what such goods cost there, month by month
 */
public record Evidence(
        Instant asOf,
        Thresholds thresholds,
        Register register,
        Cited cited,
        List<Standing> standings,
        Map<Flow, Stock> stocks,
        List<Enquiry> enquiries,
        List<TransitTime> transitTimes,
        List<UsualPrice> usualPrices) {

    public Evidence {
        standings = List.copyOf(standings);
        enquiries = List.copyOf(enquiries);
        transitTimes = List.copyOf(transitTimes);
        usualPrices = List.copyOf(usualPrices);
        stocks = Map.copyOf(stocks);
    }

    public Catalogue catalogue() {
        return register.catalogue();
    }

    /** The licences that the movement cites. */
    public Licences licences() {
        return cited.licences();
    }

    /** The Basel notifications that it cites. */
    public Notifications notifications() {
        return cited.notifications();
    }

    /** Where the movement stands on those accounts of this kind that it draws on. */
    public List<Standing> standingsOn(Account.Kind kind) {
        return standings.stream()
                .filter(standing -> standing.grant().account().kind() == kind)
                .toList();
    }

    /** How long goods take on the corridor, as it was last learned before this departure from enough journeys. */
    public Optional<TransitTime> transitTime(Corridor corridor, Instant departure) {
        return transitTimes.stream()
                .filter(time -> time.corridor().equals(corridor) && time.speaksOf(departure))
                .max(Comparator.comparing(TransitTime::month));
    }

    /** What goods cost in the trade, as it was last learned before this departure from enough consignments. */
    public Optional<UsualPrice> usualPrice(Trade trade, Instant departure) {
        return usualPrices.stream()
                .filter(price -> price.trade().equals(trade) && price.speaksOf(departure))
                .max(Comparator.comparing(UsualPrice::month));
    }

    /** Since when this country says that it has no record of the goods; none if it says otherwise, or nothing. */
    public Optional<Instant> deniedBy(CountryCode country) {
        return enquiries.stream()
                .filter(enquiry ->
                        enquiry.to().equals(country) && !enquiry.answers().isEmpty())
                .max(Comparator.comparing(Enquiry::since).thenComparing(Enquiry::id))
                .filter(enquiry -> enquiry.state() == EnquiryState.NO_RECORD)
                .map(Enquiry::since);
    }

    /** The day whose law counts: that of the departure, else of the first report. */
    public LocalDate lawfulDay(Movement movement) {
        return movement.lawfulDay();
    }

    /** Whether this country reports such events of every one of the movement's commodities: only then silence speaks. */
    public boolean isReportedBy(CountryCode country, CustomsEventType type, Movement movement) {
        LocalDate day = lawfulDay(movement);
        var commodities = movement.commodities(catalogue());
        return !commodities.isEmpty()
                && commodities.stream().allMatch(commodity -> register.coverage()
                        .reports(country, type, commodity, catalogue().groups(commodity), day));
    }

    /** Whether this country shares the list as complete for the commodity on the day that counts. */
    public boolean isComplete(CountryCode country, String list, CommodityId commodity, Movement movement) {
        return register.coverage()
                .sharesComplete(country, list, commodity, catalogue().groups(commodity), lawfulDay(movement));
    }
}
