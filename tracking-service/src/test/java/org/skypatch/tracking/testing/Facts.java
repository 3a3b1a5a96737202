package org.skypatch.tracking.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Dated;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;

/** Builds facts of the registry that vary in one thing. */
public final class Facts {

    /** Everything. */
    public static final GoodsScope ALL = new GoodsScope(List.of(), List.of(), List.of(), List.of(), List.of());

    private Facts() {}

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    /** A licence for HCFC-22 from KR to TH, held by {@code TH-1}. */
    public static LicenceFact licence(String number, LicenceState state, String from, String until) {
        return licence("TH", number, LicenceKind.IMPORT, state, "TH-1", null, from, until, null, null, null);
    }

    public static LicenceFact licence(
            String issuer,
            String number,
            LicenceKind kind,
            LicenceState state,
            String holder,
            String agent,
            String from,
            String until,
            String use,
            String condition,
            String form) {
        return new LicenceFact(
                CountryCode.of(issuer),
                number,
                kind,
                state,
                TraderId.of(holder),
                null,
                CommodityId.of("hcfc-22"),
                Mass.ofKilograms("60000"),
                null,
                null,
                null,
                day(from),
                day(until),
                LicenceUse.MULTIPLE,
                CountryCode.of("KR"),
                CountryCode.of("TH"),
                use,
                condition,
                form,
                agent == null ? null : TraderId.of(agent),
                List.of(),
                null);
    }

    /** A prohibition of a commodity. */
    public static ProhibitionFact prohibition(
            String state, String kind, String direction, String commodity, GoodsScope scope, String from) {
        return new ProhibitionFact(
                CountryCode.of(state),
                kind + " " + commodity,
                kind,
                CommodityId.of(commodity),
                null,
                null,
                direction,
                scope,
                day(from),
                null,
                "Act of the State");
    }

    /** A trader registered for HCFC-22 in these days. */
    public static TraderFact trader(String country, String id, String standing, String from, String until) {
        return new TraderFact(
                CountryCode.of(country),
                TraderId.of(id),
                id,
                List.of(),
                List.of(),
                null,
                List.of(Registration.of(CommodityId.of("hcfc-22"), null, day(from), day(until))),
                standing);
    }

    /** A facility with what it is authorised for, and how much it can handle. */
    public static TraderFact facility(String country, String id, String operation, String capacityKg) {
        return new TraderFact(
                CountryCode.of(country),
                TraderId.of(id),
                id,
                List.of(),
                List.of("facility"),
                null,
                List.of(new Registration(
                        null,
                        null,
                        day("2020-01-01"),
                        null,
                        null,
                        List.of(operation),
                        capacityKg == null ? null : Mass.ofKilograms(capacityKg))),
                null);
    }

    /** A limit after an event, in calendar days. */
    public static LimitFact limit(String scope, String startsWith, int days) {
        return new LimitFact(
                scope,
                startsWith,
                startsWith,
                days,
                "calendar-days",
                "after",
                "facility",
                null,
                "none",
                day("2020-01-01"),
                null,
                "test");
    }

    /** What one State has decided on a notification, and until when it counts. */
    public static StateDecision decision(String country, DecisionState decision, String on, String until) {
        return new StateDecision(
                CountryCode.of(country),
                "import",
                decision,
                false,
                null,
                null,
                null,
                day(on),
                null,
                day(until),
                List.of(),
                null,
                null,
                null);
    }

    /** A notification {@code N 1} of batteries from KR to TH for 2026 that can be varied. */
    public static NotificationFact notification(
            NotificationState state,
            String contract,
            boolean guaranteeRequired,
            List<String> transit,
            List<String> carriers,
            List<String> offices,
            StateDecision... decisions) {
        return new NotificationFact(
                "N 1",
                state,
                "general",
                TraderId.of("KR-X"),
                TraderId.of("TH-F"),
                List.of(),
                carriers.stream().map(TraderId::of).toList(),
                CountryCode.of("KR"),
                CountryCode.of("TH"),
                transit.stream().map(CountryCode::of).toList(),
                List.of(WasteCode.of("A1160")),
                "R4",
                Mass.ofKilograms("60000"),
                3,
                day("2026-01-01"),
                day("2026-12-31"),
                false,
                null,
                contract,
                null,
                guaranteeRequired,
                null,
                null,
                offices.stream().map(LocationCode::of).toList(),
                Stream.of(decisions).toList(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    /** The same with nothing to find fault with. */
    public static NotificationFact notification(StateDecision... decisions) {
        return notification(NotificationState.ACTIVE, "C-1", false, List.of(), List.of(), List.of(), decisions);
    }

    /** One licence in two versions, each recorded at its instant. */
    public static RegistryEvent versions(String first, LicenceFact before, String then, LicenceFact after) {
        AdministrationId issuer = AdministrationId.of("TH-nou");
        return new RegistryEvent.LicenceRecorded(
                "TH/" + before.number(),
                2,
                List.of(
                        new Dated<>(Instant.parse(first), issuer, before),
                        new Dated<>(Instant.parse(then), issuer, after)));
    }
}
