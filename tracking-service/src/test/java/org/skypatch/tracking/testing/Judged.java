package org.skypatch.tracking.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Joined;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;
import org.skypatch.tracking.movement.Stock;

/** What a rule says of reports, by a register, as of an instant. */
public final class Judged {

    private final Rule rule;
    private TestRegister register = TestRegister.covering("KR", "TH");
    private List<Standing> standings = List.of();
    private List<Enquiry> enquiries = List.of();
    private List<TransitTime> learned = List.of();
    private List<UsualPrice> prices = List.of();
    private Map<Flow, Stock> stocks = Map.of();
    private Instant asOf = Instant.parse("2026-12-31T00:00:00Z");

    private Judged(Rule rule) {
        this.rule = rule;
    }

    public static Judged by(Rule rule) {
        return new Judged(rule);
    }

    public Judged with(TestRegister facts) {
        register = facts;
        return this;
    }

    public Judged withLicence(String issuer, String number) {
        return holding(licence(issuer, number, "hcfc-22", "60000"));
    }

    /** Any fact of the registry more. */
    public Judged holding(RegistryFact fact) {
        register.holding(fact);
        return this;
    }

    public static LicenceFact licence(String issuer, String number, String commodity, String kg) {
        return new LicenceFact(
                CountryCode.of(issuer),
                number,
                LicenceKind.IMPORT,
                LicenceState.ISSUED,
                TraderId.of("TH-1"),
                null,
                CommodityId.of(commodity),
                Mass.ofKilograms(kg),
                null,
                null,
                null,
                java.time.LocalDate.parse("2026-01-01"),
                java.time.LocalDate.parse("2026-12-31"),
                LicenceUse.MULTIPLE,
                CountryCode.of("KR"),
                CountryCode.of("TH"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** That the registry holds this notification. */
    public Judged with(NotificationFact notification) {
        return holding(notification);
    }

    /** That the movement draws on these accounts. */
    public Judged standing(Standing... on) {
        standings = List.of(on);
        return this;
    }

    /** What had come into the country of dispatch, and with this movement gone out of it again. */
    public Judged stock(String inKg, String outKg, Reports... reports) {
        Stock stock = new Stock(Mass.ofKilograms(inKg), Mass.ofKilograms(outKg));
        stocks = Flow.of(movement(reports), register.register().catalogue()).stream()
                .collect(Collectors.toMap(flow -> flow, _ -> stock));
        return this;
    }

    /** That these enquiries were sent about it. */
    public Judged asked(Enquiry... sent) {
        enquiries = List.of(sent);
        return this;
    }

    /** What was learned of its corridor. */
    public Judged learned(TransitTime... times) {
        learned = List.of(times);
        return this;
    }

    /** What was learned of what goods cost. */
    public Judged learned(UsualPrice... usual) {
        prices = List.of(usual);
        return this;
    }

    public Judged asOf(String instant) {
        asOf = Instant.parse(instant);
        return this;
    }

    public RuleOutcome on(Reports... reports) {
        Movement movement = movement(reports);
        return rule.assess(
                movement,
                new Evidence(
                        asOf,
                        Policies.defaults(),
                        register.register(),
                        register.cited(),
                        standings,
                        stocks,
                        enquiries,
                        learned,
                        prices));
    }

    /** The movement that the reports make, as its Parties see it. */
    public static Movement movement(Reports... reports) {
        return MovementFolding.fold(new Consignment(
                        Stream.of(reports).map(Reports::recorded).toList(), Joined.DECISIVE, java.util.Set.of()))
                .getFirst();
    }
}
