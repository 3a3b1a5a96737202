package org.skypatch.registry.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.registry.Exchange;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/**
 * The clocks of consultations. While an answer is waited for, the asked Party is reminded, is overdue, those above it are
 * told, and at last the consultation is unanswered, which is no consent. A question stops these and starts the clock of
 * the Party that asks, which only reminds; its reply starts the answering ones anew. No treaty gives these limits: each is
 * the Party's own that must act, else policy.
 */
public final class ConsultationClocks implements Clocked<ConsultationFact> {

    private static final AdministrationId CLOCK = AdministrationId.of("system-clock");
    private static final String POLICY = "policy";
    private static final String UNANSWERED = "unanswered";

    private final Function<CommodityId, Set<Competence>> competences;

    /** @param competences the competences of which each alone may decide about a commodity */
    public ConsultationClocks(Function<CommodityId, Set<Competence>> competences) {
        this.competences = competences;
    }

    @Override
    public RecordKind<ConsultationFact> kind() {
        return RecordKind.CONSULTATION;
    }

    @Override
    public List<RunningClock> clocks(String name, ConsultationFact consultation, Limits limits) {
        return switch (consultation.state()) {
            case REQUESTED -> answering(consultation, limits);
            case INFORMATION_ASKED -> replying(consultation, limits);
            case CONFIRMED, WITH_CONDITIONS, NOT_SUPPORTED, WITHDRAWN, SUPERSEDED, UNANSWERED -> List.of();
        };
    }

    @Override
    public Decision<ConsultationFact> fired(ConsultationFact consultation, RunningClock clock, Instant now) {
        if (clock.escalates()) {
            return new Decision.Become<>(consultation.saying(
                    new Exchange(now, CLOCK, "escalated", "the time of " + clock.limit() + " is up")));
        }
        Optional<ConsultationState> next =
                clock.ends() ? ConsultationMove.LEAVE_UNANSWERED.from(consultation.state()) : Optional.empty();
        return new Decision.Become<>(next.map(consultation::in).orElse(consultation));
    }

    private List<RunningClock> answering(ConsultationFact consultation, Limits limits) {
        Running running = new Running(
                consultation,
                consultation.counterpart(),
                since(consultation, "replied"),
                limits,
                duty(consultation, consultation.counterpart()));
        return running.limit("ipic-answer").stream()
                .flatMap(limit -> answering(running, limit).stream())
                .toList();
    }

    private static List<RunningClock> answering(Running running, LimitFact limit) {
        RunningClock answer = running.clock("answer", TaskKind.CONSULTATION_TO_ANSWER, limit);
        List<RunningClock> all = new ArrayList<>(List.of(answer));
        running.limit("ipic-reminder")
                .ifPresent(reminder -> all.add(answer.reminder(name(reminder), running.due(reminder))));
        running.limit("ipic-escalation")
                .ifPresent(escalation -> all.add(answer.escalation(name(escalation), running.due(escalation))));
        Optional<LimitFact> end = running.limit("ipic-unanswered");
        if (end.isPresent()) {
            all.add(answer.ending(
                    name(end.get()), running.due(end.get()), end.get().effect()));
        } else if (limit.effect().equals(UNANSWERED)) {
            Instant latest = all.stream()
                    .map(RunningClock::dueAt)
                    .max(Instant::compareTo)
                    .orElseThrow();
            all.add(answer.ending(name(limit), latest, UNANSWERED));
        }
        return all;
    }

    private List<RunningClock> replying(ConsultationFact consultation, Limits limits) {
        Running running = new Running(
                consultation,
                consultation.requestedBy(),
                since(consultation, "asked"),
                limits,
                duty(consultation, consultation.requestedBy()));
        return Stream.of("ipic-reply", "ipic-answer")
                .flatMap(id -> running.limit(id).stream())
                .limit(1)
                .map(limit -> running.clock("reply", TaskKind.CONSULTATION_TO_REPLY, limit))
                .toList();
    }

    /** Who must act: whoever may decide about the commodity on that side. */
    private List<Addressee> duty(ConsultationFact consultation, CountryCode party) {
        return new ConsultationDecisions(competences)
                .deciding(consultation.commodity()).stream()
                        .sorted()
                        .map(competence -> new Addressee(party, competence, null, null))
                        .toList();
    }

    private static Instant since(ConsultationFact consultation, String kind) {
        return consultation.exchanges().stream()
                .filter(exchange -> exchange.kind().equals(kind))
                .map(Exchange::at)
                .max(Instant::compareTo)
                .orElse(consultation.requestedAt());
    }

    private static String name(LimitFact limit) {
        return limit.scope() + "/" + limit.id();
    }

    private record Running(
            ConsultationFact consultation, CountryCode party, Instant start, Limits limits, List<Addressee> duty) {

        Optional<LimitFact> limit(String id) {
            return limits.inForce(List.of(party.value(), POLICY), id, LocalDate.ofInstant(start, ZoneOffset.UTC));
        }

        Instant due(LimitFact limit) {
            return limits.due(limit, start, duty.getFirst());
        }

        RunningClock clock(String name, TaskKind task, LimitFact limit) {
            return new RunningClock(
                    name,
                    name(limit),
                    task.label(),
                    start,
                    due(limit),
                    limit.effect(),
                    duty,
                    new Sentence(
                            task.sentence(),
                            List.of(
                                    SentenceArgument.plain("requestedBy", consultation.requestedBy()),
                                    SentenceArgument.plain("counterpart", consultation.counterpart()),
                                    SentenceArgument.nominal("importer", traderName(consultation)),
                                    SentenceArgument.plain("mass", consultation.massKg()),
                                    SentenceArgument.plain("commodity", consultation.commodity()),
                                    SentenceArgument.plain("planned", consultation.plannedOn()))));
        }

        private static String traderName(ConsultationFact consultation) {
            String name = consultation.importer().name();
            return name == null ? "an importer" : name;
        }

        private static String name(LimitFact limit) {
            return ConsultationClocks.name(limit);
        }
    }
}
