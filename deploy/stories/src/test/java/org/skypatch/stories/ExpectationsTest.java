package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    @Test
    void holds_when_status_and_the_whole_set_of_open_findings_are_as_told() {
        Expectations.OfMovement expected = movement("\"status\": \"overdue\", \"open\": [\"not-arrived\"]");

        assertThat(expected.unmetBy(observed("overdue", open("not-arrived"), cleared("licence-unknown"))))
                .isEmpty();
    }

    @Test
    void names_a_status_that_differs() {
        assertThat(movement("\"status\": \"arrived\"").unmetBy(observed("overdue")))
                .containsExactly("status is overdue, not arrived");
    }

    @Test
    void names_a_finding_that_is_missing_and_one_that_is_too_much() {
        Expectations.OfMovement expected = movement("\"open\": [\"short-landed\"]");

        assertThat(expected.unmetBy(observed("arrived", open("over-landed"))))
                .containsExactly("short-landed is not open", "over-landed is open and should not be");
    }

    @Test
    void finds_nothing_open_where_nothing_may_be() {
        assertThat(movement("\"open\": []").unmetBy(observed("arrived", open("consent-missing"))))
                .containsExactly("consent-missing is open and should not be");
    }

    @Test
    void minds_a_second_finding_of_the_same_rule_when_the_set_is_whole() {
        Expectations.OfMovement expected = movement("\"open\": [\"short-landed\"]");

        assertThat(expected.unmetBy(observed("arrived", open("short-landed"), open("short-landed"))))
                .containsExactly("a rule has more than one open finding");
    }

    @Test
    void lets_others_be_open_where_only_some_are_told() {
        Expectations.OfMovement expected = movement("\"open_includes\": [\"diverted\"]");

        assertThat(expected.unmetBy(observed("seized", open("diverted"), open("not-arrived"))))
                .isEmpty();
        assertThat(expected.unmetBy(observed("seized", open("not-arrived")))).containsExactly("diverted is not open");
    }

    @Test
    void names_what_must_not_be_open() {
        Expectations.OfMovement expected = movement("\"open_excludes\": [\"notification-exceeded\"]");

        assertThat(expected.unmetBy(observed("arrived", open("notification-exceeded"))))
                .containsExactly("notification-exceeded is open and should not be");
        assertThat(expected.unmetBy(observed("arrived", cleared("notification-exceeded"))))
                .isEmpty();
    }

    @Test
    void wants_what_was_cleared_to_have_been_raised() {
        Expectations.OfMovement expected = movement("\"cleared\": [\"not-arrived\"]");

        assertThat(expected.unmetBy(observed("arrived", cleared("not-arrived"))))
                .isEmpty();
        assertThat(expected.unmetBy(observed("arrived"))).containsExactly("not-arrived was not raised and cleared");
    }

    @Test
    void finds_a_shipment_by_notification_and_serial() {
        Expectations expected = read("{\"movements\": [{\"reference\": [\"PH 0000 000012\", 3]}]}");

        assertThat(expected.movements().getFirst().reference()).isEqualTo("PH 0000 000012/3");
    }

    @Test
    void compares_masses_by_value() {
        Expectations.OfBalance drawn = balance("\"drawnKg\": \"13600\"");
        Expectations.OfBalance either = balance("\"drawnOrPendingKg\": \"13600\"");

        assertThat(drawn.unmetBy(observed("13600.000", "0"))).isEmpty();
        assertThat(drawn.unmetBy(observed("0", "13600"))).containsExactly("0 kg are drawn, not 13600");
        assertThat(either.unmetBy(observed("600", "13000.0"))).isEmpty();
        assertThat(either.unmetBy(observed("600", "1"))).containsExactly("601 kg are drawn or pending, not 13600");
    }

    @Test
    void refuses_an_expectation_that_it_does_not_understand() {
        assertThatThrownBy(() -> movement("\"opened\": [\"diverted\"]"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("opened");
    }

    private static Expectations read(String json) {
        return Expectations.of(Json.read(json, "the test"));
    }

    private static Expectations.OfMovement movement(String fields) {
        return read("{\"movements\": [{\"reference\": \"R\", " + fields + "}]}")
                .movements()
                .getFirst();
    }

    private static Expectations.OfBalance balance(String field) {
        return read("{\"balances\": [{\"licence\": [\"TH\", \"TH-1\"], " + field + "}]}")
                .balances()
                .getFirst();
    }

    private static Observed.Movement observed(String status, Observed.Finding... findings) {
        return new Observed.Movement("id", status, Stream.of(findings).toList());
    }

    private static Observed.Balance observed(String drawn, String pending) {
        return new Observed.Balance(new BigDecimal(drawn), new BigDecimal(pending));
    }

    private static Observed.Finding open(String rule) {
        return new Observed.Finding(rule, "open", "high", "");
    }

    private static Observed.Finding cleared(String rule) {
        return new Observed.Finding(rule, "cleared", "high", "");
    }

    @Test
    void reads_what_the_interface_shows() {
        Observed.Movement movement = Observed.Movement.of(Json.read("""
                {"id": "1", "status": "overdue", "findings": [
                  {"rule": "not-arrived", "state": "open", "severity": "high", "sentence": "gone"}]}
                """, "the test"));
        Observed.Balance balance = Observed.Balance.of(
                Json.read("{\"drawn\": {\"kg\": \"5\"}, \"pending\": {\"kg\": 2.5}, \"left\": {}}", "the test"));

        assertThat(movement.findings()).isEqualTo(List.of(new Observed.Finding("not-arrived", "open", "high", "gone")));
        assertThat(balance).isEqualTo(new Observed.Balance(new BigDecimal("5"), new BigDecimal("2.5")));
    }
}
