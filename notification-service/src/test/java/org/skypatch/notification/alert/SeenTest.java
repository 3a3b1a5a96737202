package org.skypatch.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.testing.FindingStory;

class SeenTest {

    private static final Sight THAILAND = new Sight.OfCountry(CountryCode.of("TH"));
    private static final Sight VIETNAM = new Sight.OfCountry(CountryCode.of("VN"));
    private static final Sight ASIA_PACIFIC = new Sight.OfRegion("Asia/Pacific");
    private static final Sight AFRICA = new Sight.OfRegion("Eastern and Southern Africa");
    private static final Sight OPERATOR = new Sight.NonNominal();

    private final FindingStory story = FindingStory.between("KR", "TH");
    private final Alert alert = alert();

    private Alert alert() {
        FindingEvent.FindingRaised raised = story.raised(Severity.HIGH);
        return AlertNews.of(null, raised, raised.finding()).alert();
    }

    private Optional<Seen> by(Sight sight) {
        return Seen.of(alert, sight, Locale.ENGLISH);
    }

    @Test
    void shows_a_country_that_it_concerns_everything() {
        Seen.SeenAlert seen = (Seen.SeenAlert) by(THAILAND).orElseThrow();

        assertThat(seen.subject()).isEqualTo(FindingStory.LICENCE);
        assertThat(seen.observed()).isEqualTo(FindingStory.LICENCE);
        assertThat(seen.sentence()).contains(FindingStory.LICENCE);
        assertThat(seen.nominal()).isEqualTo(alert.nominal());
    }

    @Test
    void shows_a_region_and_an_operator_neither_names_nor_numbers() {
        for (Sight sight : new Sight[] {ASIA_PACIFIC, OPERATOR}) {
            Seen.SeenAlert seen = (Seen.SeenAlert) by(sight).orElseThrow();

            assertThat(seen.subject()).isEqualTo("***");
            assertThat(seen.observed()).isEqualTo("***");
            assertThat(seen.expected()).isEqualTo("TH");
            assertThat(seen.sentence()).startsWith("Licence ***,");
            assertThat(seen.nominal()).isNull();
        }
    }

    @Test
    void shows_others_nothing() {
        assertThat(by(VIETNAM)).isEmpty();
        assertThat(by(AFRICA)).isEmpty();
        assertThat(by(new Sight.Nothing())).isEmpty();
    }

    @Test
    void shows_a_departure_notice_by_the_same_rights() {
        FindingEvent.DepartureNotified departed = story.departed();
        DepartureNotice notice = new DepartureNotice(
                departed.id(), departed.at(), departed.movement(), departed.nominal(), departed.audience());

        assertThat(Seen.of(notice, THAILAND, Locale.ENGLISH).orElseThrow().nominal())
                .isEqualTo(departed.nominal());
        assertThat(Seen.of(notice, ASIA_PACIFIC, Locale.ENGLISH).orElseThrow().nominal())
                .isNull();
        assertThat(Seen.of(notice, ASIA_PACIFIC, Locale.ENGLISH).orElseThrow().sentence())
                .isEqualTo("13600 kg of hcfc-22 left KR for TH on 2026-03-02.");
        assertThat(Seen.of(notice, VIETNAM, Locale.ENGLISH)).isEmpty();
    }
}
