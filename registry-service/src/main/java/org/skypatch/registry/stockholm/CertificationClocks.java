package org.skypatch.registry.stockholm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.TaskKind;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;

/** The exporting Party sends a certification on within 60 days of receipt; silence changes nothing but is shown as overdue. */
public final class CertificationClocks implements Clocked<CertificationFact> {

    private static final String TRANSMISSION = "certification-transmission";
    private static final LimitFact OF_THE_CONVENTION = new LimitFact(
            "stockholm",
            TRANSMISSION,
            "certification-received",
            60,
            "calendar-days",
            "after",
            "export",
            null,
            "none",
            LocalDate.of(2004, 5, 17),
            null,
            "Stockholm Convention, Article 3(2)(b)(iii)");

    @Override
    public RecordKind<CertificationFact> kind() {
        return RecordKind.CERTIFICATION;
    }

    @Override
    public List<RunningClock> clocks(String name, CertificationFact certification, Limits limits) {
        if (CertificationDecisions.State.of(certification) == CertificationDecisions.State.TRANSMITTED) {
            return List.of();
        }
        LimitFact limit =
                limits.inForce("stockholm", TRANSMISSION, certification.on()).orElse(OF_THE_CONVENTION);
        Instant start = certification.on().atStartOfDay(ZoneOffset.UTC).toInstant();
        Addressee duty = new Addressee(certification.exportCountry(), Competence.POP, null, null);
        return List.of(new RunningClock(
                TRANSMISSION,
                limit.scope() + "/" + limit.id(),
                TaskKind.CERTIFICATION_TO_TRANSMIT.label(),
                start,
                limits.due(limit, start, duty),
                limit.effect(),
                List.of(duty),
                new Sentence(
                        TaskKind.CERTIFICATION_TO_TRANSMIT.sentence(),
                        List.of(
                                SentenceArgument.plain("certification", certification.id()),
                                SentenceArgument.plain("importCountry", certification.importCountry()),
                                SentenceArgument.plain("commodity", certification.commodity())))));
    }

    @Override
    public Decision<CertificationFact> fired(CertificationFact certification, RunningClock clock, Instant now) {
        return new Decision.Become<>(certification);
    }
}
