package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.Exchange;
import org.skypatch.contracts.registry.NotificationChange;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** A notification on its way from what it is to what it becomes. */
final class Amending {

    private final NotificationFact was;
    NotificationState state;
    List<TraderId> carriers;
    List<LocationCode> offices;
    Mass totalMassKg;
    int shipments;
    LocalDate periodUntil;

    @Nullable
    String contract;

    @Nullable
    LocalDate contractConfirmedOn;

    boolean guaranteeRequired;

    @Nullable
    String guarantee;

    @Nullable
    LocalDate guaranteeConfirmedOn;

    List<StateDecision> decisions;
    List<Exchange> exchanges;

    @Nullable
    LocalDate forwardedOn;

    @Nullable
    CountryCode suspendedBy;

    @Nullable
    NotificationChange change;

    Amending(NotificationFact was) {
        this.was = was;
        state = was.state();
        carriers = was.carriers();
        offices = was.offices();
        totalMassKg = was.totalMassKg();
        shipments = was.shipments();
        periodUntil = was.periodUntil();
        contract = was.contract();
        contractConfirmedOn = was.contractConfirmedOn();
        guaranteeRequired = was.guaranteeRequired();
        guarantee = was.guarantee();
        guaranteeConfirmedOn = was.guaranteeConfirmedOn();
        decisions = was.decisions();
        exchanges = was.exchanges();
        forwardedOn = was.forwardedOn();
        suspendedBy = was.suspendedBy();
        change = was.change();
    }

    /** Replaces what one State has decided. */
    void decision(CountryCode country, UnaryOperator<StateDecision> next) {
        decisions = decisions.stream()
                .map(decision -> decision.country().equals(country) ? next.apply(decision) : decision)
                .toList();
    }

    void exchange(Act act, String kind, @Nullable String words) {
        List<Exchange> longer = new ArrayList<>(exchanges);
        longer.add(new Exchange(act.now(), act.by(), kind, words));
        exchanges = longer;
    }

    NotificationFact fact() {
        return new NotificationFact(
                was.number(),
                state,
                was.kind(),
                was.exporter(),
                was.facility(),
                was.generators(),
                carriers,
                was.exportCountry(),
                was.importCountry(),
                was.transitCountries(),
                was.wasteCodes(),
                was.operation(),
                totalMassKg,
                shipments,
                was.periodFrom(),
                periodUntil,
                was.preConsented(),
                was.agreement(),
                contract,
                contractConfirmedOn,
                guaranteeRequired,
                guarantee,
                guaranteeConfirmedOn,
                offices,
                decisions,
                exchanges,
                forwardedOn,
                suspendedBy,
                change,
                was.form());
    }
}
