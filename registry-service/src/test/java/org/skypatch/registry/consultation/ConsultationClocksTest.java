package org.skypatch.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.consultation.Consultations.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.registry.Exchange;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.Decision;

class ConsultationClocksTest {

    private static final ConsultationFact OPEN = about("hcfc-22", "20000");

    private final InMemoryLimits limits = new InMemoryLimits();
    private final ConsultationClocks clocks = new ConsultationClocks(commodity -> Set.of(Competence.OZONE));

    ConsultationClocksTest() {
        limits.put("policy", "ipic-reminder", 3, "remind");
        limits.put("policy", "ipic-answer", 5, "none");
        limits.put("policy", "ipic-escalation", 7, "escalate");
        limits.put("policy", "ipic-unanswered", 10, "unanswered");
    }

    @Test
    void reminds_is_overdue_escalates_and_ends_after_working_days_of_the_asked_party() {
        assertThat(of(OPEN))
                .extracting(RunningClock::name, RunningClock::dueAt, RunningClock::effect)
                .containsExactly(
                        Tuple.tuple("answer", Instant.parse("2026-03-10T00:00:00Z"), "none"),
                        Tuple.tuple("answer#remind", Instant.parse("2026-03-06T00:00:00Z"), "remind"),
                        Tuple.tuple("answer#escalate", Instant.parse("2026-03-12T00:00:00Z"), "escalate"),
                        Tuple.tuple("answer#end", Instant.parse("2026-03-17T00:00:00Z"), "unanswered"));
        assertThat(of(OPEN)).allSatisfy(clock -> assertThat(clock.duty())
                .containsExactly(new Addressee(Consultations.THAILAND, Competence.OZONE, null, null)));
    }

    @Test
    void takes_the_asked_partys_own_limit_before_policy() {
        limits.put("TH", "ipic-answer", 10, "none");
        limits.put("KR", "ipic-answer", 1, "none");

        assertThat(of(OPEN).getFirst().limit()).isEqualTo("TH/ipic-answer");
    }

    @Test
    void ends_with_the_last_of_the_limits_where_the_answering_one_says_so() {
        limits.facts.remove("policy/ipic-unanswered");
        limits.put("policy", "ipic-answer", 5, "unanswered");

        assertThat(of(OPEN).getLast())
                .returns("answer#end", RunningClock::name)
                .returns(Instant.parse("2026-03-12T00:00:00Z"), RunningClock::dueAt);
    }

    @Test
    void stops_with_a_question_and_starts_anew_with_the_reply() {
        ConsultationFact asked = said(OPEN, "asked", "2026-03-04T02:00:00Z").in(ConsultationState.INFORMATION_ASKED);
        ConsultationFact replied =
                said(asked, "replied", "2026-03-06T02:00:00Z").in(ConsultationState.REQUESTED);

        assertThat(of(asked)).singleElement().satisfies(reply -> {
            assertThat(reply.name()).isEqualTo("reply");
            assertThat(reply.startedAt()).isEqualTo("2026-03-04T02:00:00Z");
            assertThat(reply.duty()).containsExactly(new Addressee(Consultations.KOREA, Competence.OZONE, null, null));
        });
        assertThat(of(replied)).hasSize(4).allSatisfy(clock -> assertThat(clock.startedAt())
                .isEqualTo("2026-03-06T02:00:00Z"));
    }

    @Test
    void is_never_consent_when_nobody_answers() {
        RunningClock end = of(OPEN).getLast();
        RunningClock answer = of(OPEN).getFirst();

        ConsultationFact ended = fired(OPEN, end);

        assertThat(fired(OPEN, answer)).isEqualTo(OPEN);
        assertThat(ended.state()).isEqualTo(ConsultationState.UNANSWERED);
        assertThat(ended.answeredAt()).isNull();
        assertThat(Reservations.reserves(ended, Consultations.PLANNED)).isFalse();
        ConsultationFact confirmed = Consultations.confirmed(OPEN);
        assertThat(fired(confirmed, end)).isEqualTo(confirmed);
    }

    @Test
    void keeps_the_escalation_in_the_record_and_runs_on() {
        ConsultationFact escalated = fired(OPEN, of(OPEN).get(2));

        assertThat(escalated.state()).isEqualTo(ConsultationState.REQUESTED);
        assertThat(escalated.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.kind()).isEqualTo("escalated");
            assertThat(exchange.by()).hasToString("system-clock");
        });
        assertThat(of(escalated)).isEqualTo(of(OPEN));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsultationState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REQUESTED", "INFORMATION_ASKED"})
    void runs_no_clock_on_what_has_ended(ConsultationState state) {
        assertThat(of(OPEN.in(state))).isEmpty();
    }

    @Test
    void says_what_is_to_be_done_without_naming_the_importer_to_those_who_may_not_know() {
        assertThat(Sentences.say(
                        of(OPEN).getFirst().sentence(), Locale.ENGLISH, new Sight.OfCountry(Consultations.THAILAND)))
                .isEqualTo("KR asks TH whether Siam Cooling may have 20000 kg of hcfc-22, planned for 2026-06-01."
                        + " Silence is no consent.");
        assertThat(Sentences.say(of(OPEN).getFirst().sentence(), Locale.ENGLISH, new Sight.NonNominal()))
                .doesNotContain("Siam")
                .contains("***");
    }

    private List<RunningClock> of(ConsultationFact consultation) {
        return clocks.clocks(consultation.id().toString(), consultation, limits);
    }

    private ConsultationFact fired(ConsultationFact consultation, RunningClock clock) {
        return ((Decision.Become<ConsultationFact>) clocks.fired(consultation, clock, clock.dueAt())).fact();
    }

    private static ConsultationFact said(ConsultationFact consultation, String kind, String at) {
        return consultation.saying(new Exchange(Instant.parse(at), AdministrationId.of("TH-nou"), kind, "…"));
    }

    private static final class InMemoryLimits implements Limits {

        private final Map<String, LimitFact> facts = new HashMap<>();

        void put(String scope, String id, int number, String effect) {
            facts.put(
                    scope + "/" + id,
                    new LimitFact(
                            scope,
                            id,
                            "consultation-requested",
                            number,
                            "working-days",
                            "after",
                            "asked-party",
                            null,
                            effect,
                            LocalDate.EPOCH,
                            null,
                            "policy"));
        }

        @Override
        public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
            return Optional.ofNullable(facts.get(scope + "/" + id)).filter(limit -> !on.isBefore(limit.from()));
        }

        @Override
        public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
            return DueDates.of(null).due(limit, start);
        }

        @Override
        public Optional<AdministrationId> administration(Addressee duty) {
            return Optional.empty();
        }

        @Override
        public DueDates calendar(@Nullable AdministrationId administration) {
            return DueDates.of(null);
        }
    }
}
