package org.skypatch.tracking.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Amount;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.finding.Found;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;

/** The four rules on grants: licence overdrawn or reused, quota exceeded, notification exceeded. */
class OverdrawingTest {

    private static final UUID DEPARTURE = new UUID(0, 7);

    private static Standing on(
            String record, String granted, Long shipments, boolean isSingleUse, Standing.Through through) {
        Account account = new Account(record);
        Amounts limits = new Amounts(new BigDecimal(granted), null, null, shipments);
        return new Standing(
                new Grant(account, limits, limits, isSingleUse, Set.of(CountryCode.of("TH"), CountryCode.of("KR"))),
                new Draw(account, new UUID(0, 1), DEPARTURE, Instant.EPOCH, Amount.NOTHING, kg("1")),
                through);
    }

    private static Amount kg(String mass) {
        return new Amount(new BigDecimal(mass), BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private static Standing.Through through(String kg, long shipments, long ordinal) {
        return new Standing.Through(kg(kg).counting(shipments), ordinal);
    }

    private static String said(Found found, boolean nominal) {
        return Sentences.say(
                found.sentence(),
                Locale.ENGLISH,
                nominal ? new Sight.OfCountry(CountryCode.of("KR")) : new Sight.NonNominal());
    }

    @Test
    void finds_an_overdrawn_licence_and_says_by_how_much() {
        RuleOutcome outcome = Judged.by(new LicenceOverdrawn())
                .standing(on("licence:TH/L-1", "60000", null, false, through("74000", 0, 5)))
                .on(export("KR"));

        assertThat(outcome.findings()).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.HIGH);
            assertThat(found.subject()).isEqualTo("TH/L-1");
            assertThat(found.evidence()).containsExactly(DEPARTURE);
            assertThat(said(found, true)).contains("TH/L-1 grants 60000 kg", "74000 kg are drawn");
            assertThat(said(found, false)).doesNotContain("L-1");
            assertThat(found.restsOnOthers()).isTrue();
            assertThat(Sentences.say(found.sentence(), Locale.ENGLISH, new Sight.OfCountry(CountryCode.of("VN"))))
                    .doesNotContain("60000", "74000");
        });
    }

    @Test
    void is_content_with_the_last_kilogram_and_not_concerned_without_a_licence() {
        assertThat(Judged.by(new LicenceOverdrawn())
                        .standing(on("licence:TH/L-1", "60000", null, false, null))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(Judged.by(new LicenceOverdrawn()).on(export("KR")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void finds_the_second_use_of_a_licence_for_one_movement_but_no_overdraft_in_it() {
        Standing second = on("licence:TH/L-1", "60000", null, true, through("2000", 0, 2));

        assertThat(Judged.by(new LicenceReused())
                        .standing(second)
                        .on(export("KR"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(said(found, true)).contains("movement number 2"));
        assertThat(Judged.by(new LicenceOverdrawn())
                        .standing(second)
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(Judged.by(new LicenceReused())
                        .standing(on("licence:TH/L-1", "60000", null, true, null))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(Judged.by(new LicenceReused())
                        .standing(on("licence:TH/L-1", "1", null, false, through("2", 0, 2)))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void finds_an_exceeded_quota_without_saying_what_others_drew() {
        Standing beyond = on("quota:TH/2026/C-I", "25500", null, false, through("31415", 0, 9));

        assertThat(Judged.by(new QuotaExceeded())
                        .standing(beyond)
                        .on(export("KR"))
                        .findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(said(found, true))
                            .contains("TH/2026/C-I of 25500 kg")
                            .doesNotContain("31415");
                    assertThat(found.observed()).isNull();
                });
        assertThat(Judged.by(new QuotaExceeded())
                        .standing(on("quota:TH/2026/C-I", "25500", null, false, null))
                        .on(export("KR"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void finds_one_shipment_more_than_notified() {
        Standing fourth = on("notification:PH/PH 0000 000012", "60000", 3L, false, through("40000", 4, 4));

        assertThat(Judged.by(new NotificationExceeded())
                        .standing(fourth)
                        .on(export("KR"))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(said(found, true)).contains("covers 3 shipments", "4 shipments"));
    }

    @Test
    void finds_a_shipment_that_starts_outside_the_notified_period() {
        assertThat(shipment("2027-01-31T23:00:00+08:00").state()).isEqualTo(State.HOLDS);
        assertThat(shipment("2027-02-01T00:00:00+08:00").findings())
                .singleElement()
                .satisfies(found -> assertThat(said(found, true)).contains("from 2026-02-01 to 2027-01-31"));
        assertThat(shipment("2026-01-31T12:00:00+08:00").findings()).hasSize(1);
    }

    private static RuleOutcome shipment(String departure) {
        Reports out =
                export("PH").between("PH", "KR").under("PH 0000 000012", 1).at(departure);
        return Judged.by(new NotificationExceeded())
                .with(Granted.notification("60000", 3))
                .on(out);
    }
}
