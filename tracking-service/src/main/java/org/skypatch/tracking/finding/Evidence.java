package org.skypatch.tracking.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.movement.Movement;
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
 */
public record Evidence(Instant asOf, Thresholds thresholds, Register register, Cited cited, List<Standing> standings) {

    public Evidence {
        standings = List.copyOf(standings);
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
