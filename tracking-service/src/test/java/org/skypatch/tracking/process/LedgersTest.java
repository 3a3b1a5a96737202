package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

/** The ledgers equal the movements, and whoever goes beyond a grant is told in the same transaction. */
class LedgersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-10T00:00:00Z"), ZoneOffset.UTC);
    private static final String ACCOUNT = "licence:TH/L-1";

    private InMemoryTracking tracking = holding(Judged.licence("TH", "L-1", "hcfc-22", "1000"));

    private static InMemoryTracking holding(LicenceFact licence) {
        return new InMemoryTracking(TestRegister.covering("KR", "TH").holding(licence));
    }

    private void apply(Reports... reports) {
        new CustomsEventProcessing(
                        tracking,
                        new Judging(
                                RulesInForce.today((rule, failure) -> {
                                    throw failure;
                                }),
                                Policies.defaults()),
                        NOW)
                .apply(List.of(reports).stream().map(Reports::recorded).toList());
    }

    private static Reports consignment(int number, String kg) {
        return export("KR")
                .named("E-" + number)
                .ucr("U-" + number)
                .at("2026-03-0%dT00:00:00Z".formatted(number))
                .citing("TH/L-1")
                .kg(kg, "hcfc-22");
    }

    private List<String> openOn(int consignment) {
        return tracking.movements().stream()
                .filter(row ->
                        row.movement().events().getFirst().event().eventId().equals("E-" + consignment))
                .map(Judgement::open)
                .flatMap(List::stream)
                .map(finding -> finding.rule().value())
                .filter(rule -> rule.startsWith("licence-"))
                .toList();
    }

    @Test
    void flags_an_earlier_departure_never_and_a_later_one_when_it_comes_late() {
        apply(consignment(3, "600"));
        assertThat(openOn(3)).isEmpty();

        apply(consignment(1, "600"));

        assertThat(openOn(1)).isEmpty();
        assertThat(openOn(3)).containsExactly("licence-overdrawn");
        assertThat(tracking.told())
                .filteredOn(FindingEvent.FindingRaised.class::isInstance)
                .extracting(event ->
                        ((FindingEvent.FindingRaised) event).finding().rule().value())
                .containsExactly("licence-overdrawn");
    }

    @Test
    void clears_the_later_one_when_the_earlier_is_cancelled() {
        apply(consignment(1, "600"), consignment(3, "600"));
        assertThat(openOn(3)).containsExactly("licence-overdrawn");

        apply(report(CustomsEventType.DECLARATION_CANCELLED, "KR")
                .named("C-1")
                .ucr("U-1")
                .correcting("E-1", "2026-03-05T00:00:00Z"));

        assertThat(openOn(3)).isEmpty();
        assertThat(tracking.ledgers().ledger(ACCOUNT).movements()).isEqualTo(1);
        assertThat(tracking.ledgers().ledger(ACCOUNT).pending().kg()).isEqualByComparingTo("600");
    }

    @Test
    void says_of_every_later_movement_how_much_is_drawn_through_it() {
        apply(consignment(1, "600"), consignment(2, "600"), consignment(4, "100"));
        apply(consignment(3, "50"));

        assertThat(tracking.movements().stream()
                        .flatMap(row -> row.open().stream())
                        .filter(finding -> finding.rule().value().equals("licence-overdrawn"))
                        .map(finding -> finding.observed().value()))
                .containsExactlyInAnyOrder("1200", "1250", "1350");
    }

    @Test
    void flags_the_second_use_of_a_licence_for_one_movement() {
        tracking = holding(Granted.singleUse(Judged.licence("TH", "L-1", "hcfc-22", "1000")));
        apply(consignment(2, "10"));
        apply(consignment(1, "10"));

        assertThat(openOn(1)).isEmpty();
        assertThat(openOn(2)).containsExactly("licence-reused");
    }

    @Test
    void tells_the_balance_whenever_it_changes_and_not_otherwise() {
        apply(consignment(1, "600"));
        apply(consignment(1, "600"));
        apply(consignment(3, "600"));

        assertThat(tracking.ledgers().told()).extracting(BalanceChanged::record).containsOnly(ACCOUNT);
        assertThat(tracking.ledgers().told())
                .extracting(BalanceChanged::revision)
                .containsExactly(1L, 2L);
        assertThat(tracking.ledgers().told().getLast().left().kg()).isEqualByComparingTo("-200");
    }
}
