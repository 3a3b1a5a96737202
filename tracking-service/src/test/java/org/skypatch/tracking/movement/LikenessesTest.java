package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skypatch.tracking.movement.Likenesses.Candidate;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class LikenessesTest {

    private static OpenEnd end(Reports report) {
        return OpenEnd.of(
                        List.of(report.recorded()),
                        TestRegister.covering("KR", "TH").register().catalogue())
                .orElseThrow();
    }

    private static OpenEnd left(String name, String kg, String importer) {
        return end(export("KR")
                .named(name)
                .at("2026-03-01T00:00:00Z")
                .kg(kg, "hcfc-22")
                .to(importer));
    }

    private static OpenEnd arrived(String name, String kg, String importer) {
        return end(imported("TH")
                .named(name)
                .at("2026-03-20T00:00:00Z")
                .kg(kg, "hcfc-22")
                .to(importer));
    }

    @Test
    void takes_equal_goods_for_the_same_importer_for_one_movement() {
        Likeness likeness = Likenesses.of(left("E", "13600", "TH-1"), arrived("I", "13600", "TH-1"))
                .orElseThrow();

        assertThat(likeness.score()).isGreaterThanOrEqualTo(Likenesses.JOINED_FROM);
        assertThat(likeness.reasons())
                .extracting(Likeness.Reason::of)
                .containsExactly("commodity", "mass", "traders", "dates");
    }

    @Test
    void adds_the_reasons_up_to_the_score() {
        Likeness likeness = Likenesses.of(left("E", "13600", "TH-1"), arrived("I", "13400", "TH-2"))
                .orElseThrow();

        assertThat(likeness.reasons().stream()
                        .map(Likeness.Reason::points)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo(likeness.score());
    }

    @Test
    void only_proposes_where_no_trader_is_named() {
        OpenEnd unnamed = end(export("KR").at("2026-03-01T00:00:00Z").kg("13600", "hcfc-22"));

        Likeness likeness =
                Likenesses.of(unnamed, arrived("I", "13600", "TH-1")).orElseThrow();

        assertThat(likeness.score()).isBetween(Likenesses.PROPOSED_FROM, Likenesses.JOINED_FROM);
    }

    @Test
    void compares_no_masses_that_differ_by_more_than_the_tolerance() {
        assertThat(Likenesses.of(left("E", "13600", "TH-1"), arrived("I", "12900", "TH-1")))
                .isEmpty();
    }

    @Test
    void compares_no_ends_of_other_corridors_or_with_contradicting_references() {
        OpenEnd elsewhere = end(imported("SG")
                .between("KR", "SG")
                .at("2026-03-20T00:00:00Z")
                .kg("13600", "hcfc-22")
                .to("TH-1"));
        OpenEnd numbered = end(export("KR")
                .at("2026-03-01T00:00:00Z")
                .kg("13600", "hcfc-22")
                .to("TH-1")
                .ucr("U-1"));
        OpenEnd otherwise = end(imported("TH")
                .at("2026-03-20T00:00:00Z")
                .kg("13600", "hcfc-22")
                .to("TH-1")
                .ucr("U-2"));

        assertThat(Likenesses.of(left("E", "13600", "TH-1"), elsewhere)).isEmpty();
        assertThat(Likenesses.of(numbered, otherwise)).isEmpty();
    }

    @Test
    void takes_none_for_the_best_where_two_are_as_good() {
        OpenEnd departure = left("E", "13600", "TH-1");
        List<OpenEnd> two = Stream.of("I1", "I2")
                .map(name -> arrived(name, "13600", "TH-1"))
                .toList();

        List<Candidate> candidates = Likenesses.candidates(departure, two);

        assertThat(candidates).hasSize(2);
        assertThat(Likenesses.best(candidates)).isEmpty();
        assertThat(Likenesses.best(candidates.subList(0, 1))).isPresent();
    }

    @Test
    void is_closed_to_what_both_borders_have_seen() {
        assertThat(OpenEnd.of(
                        Stream.of(
                                        export("KR").named("E").ucr("U").kg("100", "hcfc-22"),
                                        imported("TH").named("I").ucr("U").kg("100", "hcfc-22"))
                                .map(Reports::recorded)
                                .toList(),
                        TestRegister.covering("KR", "TH").register().catalogue()))
                .isEmpty();
    }
}
