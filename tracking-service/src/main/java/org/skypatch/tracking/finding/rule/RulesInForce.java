package org.skypatch.tracking.finding.rule;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.Rule;
import org.skypatch.tracking.finding.rule.arrival.ArrivalWithoutExport;
import org.skypatch.tracking.finding.rule.arrival.BondChangedGoods;
import org.skypatch.tracking.finding.rule.arrival.DifferentGoodsArrived;
import org.skypatch.tracking.finding.rule.arrival.Diverted;
import org.skypatch.tracking.finding.rule.arrival.EnquiryOpen;
import org.skypatch.tracking.finding.rule.arrival.LeftTransitLate;
import org.skypatch.tracking.finding.rule.arrival.NotArrived;
import org.skypatch.tracking.finding.rule.arrival.OverLanded;
import org.skypatch.tracking.finding.rule.arrival.ShortLanded;
import org.skypatch.tracking.finding.rule.arrival.TransitNotDischarged;
import org.skypatch.tracking.finding.rule.journey.BadIdentifier;
import org.skypatch.tracking.finding.rule.journey.ContainerInTwoPlaces;
import org.skypatch.tracking.finding.rule.journey.ImplausibleJourney;
import org.skypatch.tracking.finding.rule.journey.ReExportExceedsImport;
import org.skypatch.tracking.finding.rule.journey.ReExportWithoutImport;
import org.skypatch.tracking.finding.rule.journey.ReferencesContradict;
import org.skypatch.tracking.finding.rule.journey.RoundTrip;
import org.skypatch.tracking.finding.rule.journey.WatchlistHit;
import org.skypatch.tracking.finding.rule.licence.ConsentMissing;
import org.skypatch.tracking.finding.rule.licence.ConsentOutOfDate;
import org.skypatch.tracking.finding.rule.licence.ConsentRefused;
import org.skypatch.tracking.finding.rule.licence.ExportLicenceMissing;
import org.skypatch.tracking.finding.rule.licence.LicenceNearMiss;
import org.skypatch.tracking.finding.rule.licence.LicenceOtherUse;
import org.skypatch.tracking.finding.rule.licence.LicenceUnknown;
import org.skypatch.tracking.finding.rule.substance.CodeMismatch;
import org.skypatch.tracking.finding.rule.substance.CommodityProhibited;
import org.skypatch.tracking.finding.rule.substance.ContainerProhibited;
import org.skypatch.tracking.finding.rule.substance.EmptyNotEmpty;
import org.skypatch.tracking.finding.rule.substance.ExportNotificationMissing;
import org.skypatch.tracking.finding.rule.substance.FalseRecoveredClaim;
import org.skypatch.tracking.finding.rule.substance.PicNoConsent;
import org.skypatch.tracking.finding.rule.substance.PopNotPermitted;
import org.skypatch.tracking.finding.rule.substance.PriceOutOfRange;
import org.skypatch.tracking.finding.rule.substance.ProductUnwanted;
import org.skypatch.tracking.finding.rule.substance.TradeWithNonParty;
import org.skypatch.tracking.finding.rule.substance.UseNotPermitted;
import org.skypatch.tracking.finding.rule.trader.TraderMismatch;
import org.skypatch.tracking.finding.rule.trader.TraderNotRegistered;
import org.skypatch.tracking.finding.rule.waste.BaselBan;
import org.skypatch.tracking.finding.rule.waste.BaselPreconditionMissing;
import org.skypatch.tracking.finding.rule.waste.DisposalOverdue;
import org.skypatch.tracking.finding.rule.waste.NotificationDiffers;
import org.skypatch.tracking.finding.rule.waste.PopWasteRecovered;
import org.skypatch.tracking.finding.rule.waste.ReceiptMissing;
import org.skypatch.tracking.finding.rule.waste.TakeBackOverdue;
import org.skypatch.tracking.finding.rule.waste.UnauthorisedHandler;
import org.skypatch.tracking.finding.rule.waste.WasteAsUsedGoods;
import org.skypatch.tracking.movement.Movement;

/** The rules in force, in their order. A rule that fails is recorded as failed; the others still run. */
public final class RulesInForce {

    private final List<Rule> rules;
    private final BiConsumer<Rule, RuntimeException> onFailure;

    /**
     * The rules in force, in the order in which findings are listed. A new rule is one line here.
     *
     * @param onFailure is told of a rule that threw
     */
    public static RulesInForce today(BiConsumer<Rule, RuntimeException> onFailure) {
        return new RulesInForce(
                List.of(
                        new NotArrived(),
                        new EnquiryOpen(),
                        new ArrivalWithoutExport(),
                        new ShortLanded(),
                        new OverLanded(),
                        new DifferentGoodsArrived(),
                        new Diverted(),
                        new LeftTransitLate(),
                        new TransitNotDischarged(),
                        new BondChangedGoods(),
                        new ConsentMissing(),
                        new ExportLicenceMissing(),
                        new ConsentRefused(),
                        new ConsentOutOfDate(),
                        new LicenceUnknown(),
                        new LicenceNearMiss(),
                        new LicenceOverdrawn(),
                        new LicenceReused(),
                        new LicenceOtherUse(),
                        new QuotaExceeded(),
                        new NotificationExceeded(),
                        new TakeBackOverdue(),
                        new NotificationDiffers(),
                        new BaselPreconditionMissing(),
                        new TraderNotRegistered(),
                        new TraderMismatch(),
                        new CommodityProhibited(),
                        new ContainerProhibited(),
                        new EmptyNotEmpty(),
                        new ProductUnwanted(),
                        new UseNotPermitted(),
                        new FalseRecoveredClaim(),
                        new TradeWithNonParty(),
                        new BaselBan(),
                        new PicNoConsent(),
                        new ExportNotificationMissing(),
                        new PopNotPermitted(),
                        new PopWasteRecovered(),
                        new ReExportWithoutImport(),
                        new ReExportExceedsImport(),
                        new ContainerInTwoPlaces(),
                        new ImplausibleJourney(),
                        new RoundTrip(),
                        new CodeMismatch(),
                        new ReferencesContradict(),
                        new BadIdentifier(),
                        new PriceOutOfRange(),
                        new WatchlistHit(),
                        new WasteAsUsedGoods(),
                        new UnauthorisedHandler(),
                        new ReceiptMissing(),
                        new DisposalOverdue()),
                onFailure);
    }

    RulesInForce(List<Rule> rules, BiConsumer<Rule, RuntimeException> onFailure) {
        this.rules = List.copyOf(rules);
        this.onFailure = onFailure;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The same, and one rule more. */
    RulesInForce with(Rule another) {
        return new RulesInForce(
                Stream.concat(rules.stream(), Stream.of(another)).toList(), onFailure);
    }

    /** What every rule says of the movement. */
    public Assessment assess(Movement movement, Evidence evidence) {
        return new Assessment(
                rules.stream().map(rule -> judged(rule, movement, evidence)).toList());
    }

    private Assessment.Judged judged(Rule rule, Movement movement, Evidence evidence) {
        try {
            return new Assessment.Judged(rule, rule.assess(movement, evidence));
        } catch (RuntimeException e) {
            return failed(rule, e, movement);
        } catch (StackOverflowError e) {
            return failed(rule, new IllegalStateException("the rule goes too deep", e), movement);
        }
    }

    private Assessment.Judged failed(Rule rule, RuntimeException thrown, Movement movement) {
        onFailure.accept(rule, thrown);
        return Assessment.Judged.failed(rule, thrown, movement);
    }
}
