package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.ManualLink.State;
import org.skypatch.tracking.testing.TestRegister;

class ManualLinkTest {

    private final Correlation correlation =
            new Correlation(TestRegister.nothingCovered().register().catalogue());

    private static LinkStatement says(
            @Nullable String voice, int ordinal, boolean together, RecordedEvent a, RecordedEvent b) {
        RecordedEvent one = a.id().compareTo(b.id()) < 0 ? a : b;
        RecordedEvent other = one == a ? b : a;
        return new LinkStatement(
                one.id(),
                one.event().reportingCountry().orElseThrow(),
                other.id(),
                other.event().reportingCountry().orElseThrow(),
                ordinal,
                together,
                voice == null ? null : CountryCode.of(voice),
                AdministrationId.of("XX-any"),
                Instant.parse("2026-05-01T00:00:00Z"),
                "the same drums");
    }

    private static final RecordedEvent OUT =
            export("KR").named("hand-out").ucr("A").recorded();
    private static final RecordedEvent IN =
            imported("TH").named("hand-in").ucr("B").recorded();
    private static final RecordedEvent IN_TOO =
            imported("TH").named("hand-in-2").ucr("B").recorded();

    private List<Consignment> joined(List<RecordedEvent> events, LinkStatement... statements) {
        return correlation.join(events, ManualLinks.of(List.of(statements)));
    }

    @Test
    void is_agreed_when_both_sides_say_so_or_one_of_them_and_an_operator() {
        LinkStatement korea = says("KR", 1, true, OUT, IN);
        LinkStatement thailand = says("TH", 1, true, OUT, IN);
        LinkStatement operator = says(null, 1, true, OUT, IN);

        assertThat(new ManualLink(List.of(korea)).state()).isEqualTo(State.PROPOSED);
        assertThat(new ManualLink(List.of(operator)).state()).isEqualTo(State.PROPOSED);
        assertThat(new ManualLink(List.of(korea, thailand)).state()).isEqualTo(State.AGREED);
        assertThat(new ManualLink(List.of(operator, thailand)).state()).isEqualTo(State.AGREED);
        assertThat(new ManualLink(List.of(says("VN", 1, true, OUT, IN), korea)).state())
                .isEqualTo(State.PROPOSED);
    }

    @Test
    void needs_one_country_only_where_it_reported_both_ends_but_never_an_operator_alone() {
        assertThat(new ManualLink(List.of(says("TH", 1, true, IN, IN_TOO))).state())
                .isEqualTo(State.AGREED);
        assertThat(new ManualLink(List.of(says(null, 1, true, IN, IN_TOO))).state())
                .isEqualTo(State.PROPOSED);
    }

    @Test
    void is_refused_by_the_last_word_of_either_side_in_whatever_order_it_came() {
        LinkStatement agreed = says("KR", 1, true, OUT, IN);
        LinkStatement thailand = says("TH", 1, true, OUT, IN);
        LinkStatement regretted = says("KR", 2, false, OUT, IN);
        assertThat(new ManualLink(List.of(regretted, thailand, agreed)).state()).isEqualTo(State.REFUSED);
        assertThat(new ManualLink(List.of(agreed, thailand, regretted)).state()).isEqualTo(State.REFUSED);
        assertThat(new ManualLink(List.of(says("KR", 3, true, OUT, IN), regretted, thailand, agreed)).state())
                .isEqualTo(State.AGREED);
    }

    @Test
    void joins_whole_consignments_decisively_when_agreed_and_nothing_before() {
        List<RecordedEvent> events = List.of(OUT, IN, IN_TOO);
        assertThat(joined(events)).hasSize(2);
        assertThat(joined(events, says("KR", 1, true, OUT, IN))).hasSize(2);
        assertThat(joined(events, says("KR", 1, true, OUT, IN), says("TH", 1, true, OUT, IN)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.events()).hasSize(3);
                    assertThat(one.joined()).isEqualTo(Joined.DECISIVE);
                });
    }

    @Test
    void joins_no_two_departures_that_went_different_ways() {
        RecordedEvent elsewhere =
                export("KR").named("hand-out-2").between("KR", "SG").ucr("C").recorded();
        assertThat(joined(List.of(OUT, elsewhere), says("KR", 1, true, OUT, elsewhere)))
                .hasSize(2);
        RecordedEvent again = export("KR").named("hand-out-3").ucr("D").recorded();
        assertThat(joined(List.of(OUT, again), says("KR", 1, true, OUT, again))).hasSize(1);
    }
}
