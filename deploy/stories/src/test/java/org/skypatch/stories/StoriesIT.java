package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stories of the first version, each with everything that its file expects, and what people are told. */
@ExtendWith(OnTheWholeSystem.class)
class StoriesIT {

    private static final String RAISED = "alert-raised";
    private static final String CLEARED = "alert-cleared";

    private final Skypatch skypatch;

    StoriesIT(Skypatch skypatch) {
        this.skypatch = skypatch;
    }

    @Test
    void silence_at_the_other_border_becomes_an_alert_for_both_sides() {
        play("01-silent-arrival");

        String movement = new Inbox(skypatch, Account.customs("KR")).movement("6KR1208100001-26-0001");
        for (Account reader : List.of(Account.ozoneUnit("KR"), Account.customs("TH"))) {
            assertThat(new Inbox(skypatch, reader).awaitAlerts(movement))
                    .as("alerts of %s", reader)
                    .hasSize(1)
                    .allSatisfy(alert -> {
                        assertThat(alert.path("rule").asText()).isEqualTo("not-arrived");
                        assertThat(alert.path("state").asText()).isEqualTo("open");
                        assertThat(alert.path("severity").asText()).isEqualTo("high");
                        assertThat(alert.path("sentence").asText()).isNotBlank();
                    });
        }
    }

    @Test
    void a_late_report_clears_the_alert_and_everybody_hears_both() {
        try (NewsStream ozoneUnit = NewsStream.of(skypatch, Account.ozoneUnit("TH"));
                NewsStream customs = NewsStream.of(skypatch, Account.customs("TH"))) {
            play("02-late-but-honest");

            String movement = new Inbox(skypatch, Account.customs("TH")).movement("6KR1208100001-26-0002");
            for (NewsStream listener : List.of(ozoneUnit, customs)) {
                NewsStream.News raised = listener.await(RAISED, movement);
                NewsStream.News cleared = listener.await(CLEARED, movement);
                assertThat(raised.json().path("rule").asText()).isEqualTo("not-arrived");
                assertThat(cleared.json().path("id")).isEqualTo(raised.json().path("id"));
                assertThat(cleared.json().path("state").asText()).isEqualTo("cleared");
                assertThat(Long.parseLong(cleared.id())).isGreaterThan(Long.parseLong(raised.id()));
                assertThat(listener.heard())
                        .filteredOn(news -> news.name().startsWith("alert-") && news.speaksOf(movement))
                        .extracting(NewsStream.News::name)
                        .startsWith(RAISED)
                        .endsWith(CLEARED);
            }
        }
    }

    @Test
    void less_lands_than_left_though_the_borders_share_no_reference_number() {
        play("03-short-landed");
    }

    @Test
    void a_licence_number_with_one_changed_digit_is_told_from_the_genuine_one() {
        play("04-forged-licence");
    }

    @Test
    void the_last_shipment_exceeds_what_was_notified() {
        play("06-notification-drawn-down");
    }

    @Test
    void goods_turn_up_off_their_declared_route() {
        play("07-diverted");
    }

    @Test
    void other_goods_are_found_than_were_declared() {
        play("05-relabelled");
    }

    @Test
    void lawful_trade_alerts_nobody_and_is_announced_to_its_destination() {
        play("08-clean-corridor");

        Inbox exporting = new Inbox(skypatch, Account.customs("KR"));
        Inbox importing = new Inbox(skypatch, Account.ozoneUnit("TH"));
        for (Expectations.OfMovement expected :
                Scenarios.load("08-clean-corridor").expectations().movements()) {
            String movement = exporting.movement(expected.reference());
            assertThat(importing.awaitDepartureNotices(movement))
                    .as("departure notices of %s", expected.reference())
                    .hasSize(1);
            assertThat(exporting.alerts(movement)).isEmpty();
            assertThat(importing.alerts(movement)).isEmpty();
        }
    }

    private void play(String name) {
        List<String> unmet =
                new Player(skypatch, new Progress(System.out), Patience.ofStories()).play(Scenarios.load(name));
        assertThat(unmet).as("what is not as %s expects", name).isEmpty();
    }
}
