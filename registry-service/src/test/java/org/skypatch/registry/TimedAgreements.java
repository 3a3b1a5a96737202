package org.skypatch.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AgreementFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * A kind of record with clocks, for the tests of the clocks alone: agreements whose title says what silence does. Nothing
 * runs on any other agreement.
 */
@ApplicationScoped
class TimedAgreements implements Clocked<AgreementFact> {

    static final String LAPSES = "timed: lapses";
    static final String STAYS = "timed: stays";
    static final String ESCALATES = "timed: stays and escalates";
    static final String ANSWERED = "timed: answered";

    /** The limit of these clocks: scope {@code policy}. */
    static final String LIMIT = "test-answer";

    /** The agreements whose clock cannot be fired just now. */
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    static AgreementFact agreement(String id, String title, LocalDate from) {
        return new AgreementFact(
                id,
                title,
                List.of(CountryCode.of("TH")),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                from,
                null,
                "Article 11");
    }

    void breakDown(String id) {
        broken.add(id);
    }

    void repair() {
        broken.clear();
    }

    @Override
    public RecordKind<AgreementFact> kind() {
        return RecordKind.AGREEMENT;
    }

    @Override
    public List<RunningClock> clocks(String name, AgreementFact fact, Limits limits) {
        if (!List.of(LAPSES, STAYS, ESCALATES).contains(fact.title())) {
            return List.of();
        }
        Addressee thailand = new Addressee(fact.exportStates().getFirst(), Competence.BASEL, null, null);
        Instant start = fact.from().atStartOfDay(ZoneOffset.UTC).toInstant();
        LimitFact limit = limits.inForce("policy", LIMIT, fact.from()).orElseThrow();
        RunningClock answer = new RunningClock(
                "answer",
                "policy/" + LIMIT,
                "agreement-to-answer",
                start,
                limits.due(limit, start, thailand),
                limit.effect(),
                List.of(thailand),
                new Sentence("task.test", List.of(SentenceArgument.plain("agreement", fact.id()))));
        List<RunningClock> clocks = new ArrayList<>(List.of(answer));
        if (fact.title().equals(ESCALATES)) {
            clocks.add(answer.reminder("policy/test", start.plusSeconds(3_600)));
            clocks.add(answer.escalation("policy/test", answer.dueAt().plusSeconds(3_600)));
        }
        return clocks;
    }

    @Override
    public Decision<AgreementFact> fired(AgreementFact fact, RunningClock clock, Instant now) {
        if (broken.contains(fact.id())) {
            throw new IllegalStateException("cannot be fired just now");
        }
        return new Decision.Become<>(
                fact.title().equals(LAPSES) ? agreement(fact.id(), "timed: lapsed", fact.from()) : fact);
    }
}
