package org.skypatch.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.notification.Sample.JP;
import static org.skypatch.registry.notification.Sample.KR;
import static org.skypatch.registry.notification.Sample.PH;
import static org.skypatch.registry.notification.Sample.active;
import static org.skypatch.registry.notification.Sample.by;
import static org.skypatch.registry.notification.Sample.shipment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.skypatch.contracts.registry.ShipmentFact;
import org.skypatch.contracts.registry.ShipmentState;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;

/** Whatever is reported in whatever order: a shipment never leaves its table. */
class ShipmentLifeTest {

    private record Step(Reported reported, CountryCode by) {}

    @Provide
    Arbitrary<List<Step>> reports() {
        return Combinators.combine(
                        Arbitraries.of(
                                ShipmentDecisionsTest.started(),
                                ShipmentDecisionsTest.received("10", "0"),
                                ShipmentDecisionsTest.received("0", "10"),
                                ShipmentDecisionsTest.received("5", "5"),
                                ShipmentDecisionsTest.confirmed(),
                                new Reported.Disposed(LocalDate.parse("2026-02-20")),
                                ShipmentDecisionsTest.completed(),
                                new Reported.Cancelled("no vessel"),
                                new Reported.Stamped(UnaryOperator.identity())),
                        Arbitraries.of(PH, KR, JP))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 2_000)
    void no_sequence_of_reports_leaves_the_table(@ForAll("reports") List<Step> steps) {
        ShipmentFact shipment = shipment(1, "10");
        for (Step step : steps) {
            Decision<ShipmentFact> decision =
                    ShipmentDecisions.report(Optional.of(shipment), active(), step.reported(), by(step.by()));
            if (decision instanceof Decision.Become<ShipmentFact>(ShipmentFact next)) {
                assertThat(isAllowed(shipment.state(), next.state()))
                        .as(shipment.state() + " → " + next.state())
                        .isTrue();
                assertThat(next.certificate() != null).isEqualTo(next.state() == ShipmentState.COMPLETED);
                assertThat(next.completedOn() == null || next.receivedOn() != null)
                        .isTrue();
                shipment = next;
            }
        }
    }

    /** One step of the table, or two where a receipt makes up for a start that was not reported. */
    private static boolean isAllowed(ShipmentState from, ShipmentState to) {
        return from == to
                || leads(from, to)
                || from == ShipmentState.PRE_ANNOUNCED
                        && List.of(ShipmentState.RECEIVED, ShipmentState.PART_REJECTED, ShipmentState.REJECTED)
                                .contains(to);
    }

    private static boolean leads(ShipmentState from, ShipmentState to) {
        return Arrays.stream(ShipmentMove.values())
                .anyMatch(move -> move.from(from).filter(to::equals).isPresent());
    }
}
