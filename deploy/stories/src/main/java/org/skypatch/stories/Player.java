package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skypatch.stories.Story.Line;

/** Plays a story on a running system, as its administrations would: loads the register, reports, waits, looks. */
public final class Player {

    /** How long the end of a story has to hold without a break, so that what must not come has had its time to come. */
    private static final Duration STEADY = Duration.ofSeconds(2);

    private static final Duration AFTERWARDS = Duration.ofDays(60);

    /** States in which the system has done with an event, whether or not it counts. */
    private static final Set<String> DONE_WITH = Set.of("applied", "superseded", "waiting", "conflict", "parked");

    private static final Set<String> TAKEN = Set.of("accepted", "duplicate");

    private final Skypatch skypatch;
    private final Progress progress;
    private final Patience patience;

    public Player(Skypatch skypatch, Progress progress, Patience patience) {
        this.skypatch = skypatch;
        this.progress = progress;
        this.patience = patience;
    }

    /** Plays it from beginning to end; what does not hold in the end, in sentences. */
    public List<String> play(Story story) {
        progress.begins(story);
        load(story);
        report(story);
        return check(story);
    }

    /** Puts into the registry what the story rests on, each record by the authority that it belongs to. */
    public void load(Story story) {
        Map<String, Integer> loaded = new TreeMap<>();
        for (RegistryRecord record : story.records()) {
            switch (record) {
                case RegistryRecord.Put put ->
                    skypatch.put(put.owner(), put.path(), put.body().toString()).orFail();
                case RegistryRecord.Post post ->
                    skypatch.post(post.owner(), post.path(), post.body().toString())
                            .orFail();
            }
            loaded.merge(record.title().substring(0, record.title().indexOf(' ')), 1, Integer::sum);
        }
        progress.loaded(loaded);
    }

    /** Sets the clocks and reports line by line. */
    public void report(Story story) {
        if (!story.movesTheClock()) {
            moveClock(story.latest());
        }
        List<Posted> waitingFor = new ArrayList<>();
        for (Line line : story.lines()) {
            switch (line) {
                case Line.ClockMoves clock -> {
                    awaitApplied(waitingFor);
                    moveClock(clock.to());
                }
                case Line.Reported report -> waitingFor.add(post(report));
            }
        }
        awaitApplied(waitingFor);
        if (!story.movesTheClock()) {
            moveClock(story.latest().plus(AFTERWARDS));
        }
    }

    private record Posted(Account reporter, String eventId, String id) {}

    private void moveClock(Instant to) {
        skypatch.setClock(to);
        progress.clock(to);
    }

    private Posted post(Line.Reported report) {
        Account reporter = Account.reporter(report.reporter());
        JsonNode answer = skypatch.post(
                        reporter, "/tracking/v1/customs-events", report.event().toString())
                .orFail()
                .json();
        JsonNode receipt = answer.path("receipts").path(0);
        String status = Json.text(receipt, "status");
        progress.reported(report, status, receipt.path("warnings"));
        if (!TAKEN.contains(status)) {
            throw new Failure(report.eventId() + " of " + report.reporter() + " was not taken: " + receipt);
        }
        return new Posted(reporter, report.eventId(), Json.text(receipt, "id"));
    }

    private void awaitApplied(List<Posted> posted) {
        for (Posted event : posted) {
            String path = "/tracking/v1/customs-events/" + event.id();
            Answer answer = patience.until(() -> skypatch.get(event.reporter(), path), Player::isDoneWith);
            if (!isDoneWith(answer)) {
                throw new Failure(event.eventId() + " was not applied within "
                        + patience.limit().toSeconds() + " s: " + answer.status() + " " + answer.body());
            }
        }
        progress.applied(posted.size());
        posted.clear();
    }

    private static boolean isDoneWith(Answer answer) {
        return answer.isGood() && DONE_WITH.contains(answer.json().path("state").asText());
    }

    /** Waits for what the story expects; what does not hold in the end, in sentences. */
    public List<String> check(Story story) {
        List<String> unmet = new ArrayList<>();
        for (Expectations.OfMovement expected : story.expectations().movements()) {
            progress.expects(expected.sentence());
            Account reader = story.reader(expected.reference());
            Sight<Observed.Movement> sight = patience.until(
                    () -> look(() -> movement(reader, expected.reference()), expected::unmetBy), Sight::holds);
            unmet.addAll(told(expected.reference(), sight));
        }
        for (Expectations.OfBalance expected : story.expectations().balances()) {
            progress.expects(expected.sentence());
            Sight<Observed.Balance> sight =
                    patience.until(() -> look(() -> balance(expected), expected::unmetBy), Sight::holds);
            unmet.addAll(told("licence " + expected.licence(), sight));
        }
        if (unmet.isEmpty()) {
            unmet.addAll(patience.untilSteady(() -> unmetNow(story), List::isEmpty, STEADY));
        }
        progress.ends(story, unmet);
        return unmet;
    }

    /** What does not hold at this moment. */
    private List<String> unmetNow(Story story) {
        List<String> unmet = new ArrayList<>();
        for (Expectations.OfMovement expected : story.expectations().movements()) {
            Account reader = story.reader(expected.reference());
            look(() -> movement(reader, expected.reference()), expected::unmetBy)
                    .unmet
                    .forEach(difference -> unmet.add(expected.reference() + ": " + difference));
        }
        for (Expectations.OfBalance expected : story.expectations().balances()) {
            look(() -> balance(expected), expected::unmetBy)
                    .unmet
                    .forEach(difference -> unmet.add("licence " + expected.licence() + ": " + difference));
        }
        return unmet;
    }

    private List<String> told(String what, Sight<?> sight) {
        if (sight.observed != null) {
            progress.shows(sight.observed);
        }
        return sight.unmet.stream().map(difference -> what + ": " + difference).toList();
    }

    /** What was seen, if anything, and what of it is not as expected. */
    private record Sight<T extends Observed>(@Nullable T observed, List<String> unmet) {
        boolean holds() {
            return unmet.isEmpty();
        }
    }

    private interface Look<T> {
        T now() throws NotThere;
    }

    private interface Comparison<T> {
        List<String> with(T observed);
    }

    /** There is nothing to look at yet. */
    private static final class NotThere extends Exception {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message);
        }
    }

    private static <T extends Observed> Sight<T> look(Look<T> look, Comparison<T> comparison) {
        try {
            T observed = look.now();
            return new Sight<>(observed, comparison.with(observed));
        } catch (NotThere e) {
            return new Sight<>(null, List.of(String.valueOf(e.getMessage())));
        }
    }

    private Observed.Movement movement(Account reader, String reference) throws NotThere {
        String query = "/tracking/v1/movements?reference=" + Skypatch.encoded(reference);
        List<JsonNode> found =
                Json.elements(skypatch.get(reader, query).orFail().json().path("items"));
        if (found.size() != 1) {
            throw new NotThere(found.size() + " movements are found by it, not one");
        }
        String path = "/tracking/v1/movements/" + Json.text(found.getFirst(), "id");
        return Observed.Movement.of(skypatch.get(reader, path).orFail().json());
    }

    private Observed.Balance balance(Expectations.OfBalance expected) throws NotThere {
        String query = "/tracking/v1/balances?licence=" + Skypatch.encoded(expected.licence());
        Answer answer = skypatch.get(Account.ozoneUnit(expected.issuer()), query);
        if (answer.status() == 404) {
            throw new NotThere("there is no balance of it");
        }
        JsonNode body = answer.orFail().json();
        return Observed.Balance.of(body.has("items") ? body.path("items").path(0) : body);
    }
}
