package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.ingest.Stories;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.MovingClock;
import org.skypatch.tracking.testing.Policies;

/** The scenarios end as they say, by all rules, in any order, and if everything is reported twice. */
class ScenariosTest {

    private static final int ORDERS = 12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-silent-arrival",
                "03-short-landed",
                "04-forged-licence",
                "05-relabelled",
                "06-notification-drawn-down",
                "07-diverted",
                "08-clean-corridor"
            })
    void ends_as_it_says_in_any_order_and_twice(String story) {
        for (int order = 0; order < ORDERS; order++) {
            Collection<Judgement> movements = played(story, order);
            for (JsonNode expected : Stories.expectedMovements(story)) {
                Judgement movement = movements.stream()
                        .filter(row -> isCitedBy(row, expected.path("reference")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no movement " + expected.path("reference")));
                check(story + ", order " + order + ": " + expected.path("reference"), movement, expected);
            }
        }
    }

    private static void check(String what, Judgement movement, JsonNode expected) {
        Set<String> open = movement.open().stream()
                .map(finding -> finding.rule().value())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(movement.status()).as(what).isEqualTo(expected.path("status").asText());
        if (expected.has("open")) {
            assertThat(open).as(what).isEqualTo(texts(expected.path("open")));
        }
        assertThat(open).as(what).containsAll(texts(expected.path("open_includes")));
        texts(expected.path("open_excludes"))
                .forEach(rule -> assertThat(open).as(what).doesNotContain(rule));
    }

    @Test
    void the_forged_licence_shows_the_genuine_number_to_the_sides_that_it_names_only() {
        Finding nearMiss = played("04-forged-licence", 3).stream()
                .flatMap(row -> row.open().stream())
                .filter(finding -> finding.rule().value().equals("licence-near-miss"))
                .findFirst()
                .orElseThrow();

        for (String country : List.of("EU", "NL", "CN")) {
            assertThat(nearMiss.expected().readBy(new Sight.OfCountry(CountryCode.of(country))))
                    .isEqualTo("EU/14IMP000123");
        }
        for (Sight other : List.of(
                new Sight.OfCountry(CountryCode.of("DE")),
                new Sight.NonNominal(),
                new Sight.OfRegion("Western Europe"))) {
            assertThat(nearMiss.expected().readBy(other)).isEqualTo("***");
        }
    }

    /** Everything is reported twice, in an order of chance and in batches, then sixty days pass. */
    private static Collection<Judgement> played(String story, int order) {
        Instant latest = Stories.events(story, Instant.parse("2026-12-31T00:00:00Z")).stream()
                .map(event -> event.event().occurredAt().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        List<RecordedEvent> events = new ArrayList<>(Stories.events(story, latest));
        events.addAll(Stories.events(story, latest));
        Random chance = new Random(order);
        Collections.shuffle(events, chance);
        InMemoryTracking tracking = new InMemoryTracking(Stories.register(story));
        MovingClock clock = new MovingClock(latest);
        CustomsEventProcessing processing = new CustomsEventProcessing(
                tracking,
                new Judging(
                        RulesInForce.today((rule, failure) -> {
                            throw failure;
                        }),
                        Policies.defaults()),
                clock);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + chance.nextInt(5));
            processing.apply(events.subList(from, to));
            from = to;
        }
        clock.moveTo(latest.plus(Duration.ofDays(60)));
        OverdueSweep sweep = new OverdueSweep(tracking, processing, clock);
        while (sweep.sweep() > 0) {
            // Until nothing more is due.
        }
        return tracking.movements();
    }

    private static boolean isCitedBy(Judgement row, JsonNode reference) {
        return row.movement().events().stream().anyMatch(event -> {
                    var references = event.event().references();
                    return reference.isArray()
                            ? reference.get(0).asText().equals(references.notification())
                                    && Integer.valueOf(reference.get(1).asInt()).equals(references.shipmentSerial())
                            : reference.asText().equals(references.ucr());
                })
                && row.movement().audience().size() > 1;
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
