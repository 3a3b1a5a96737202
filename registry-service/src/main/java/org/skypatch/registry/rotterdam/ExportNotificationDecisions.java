package org.skypatch.registry.rotterdam;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.ExportNotificationFact;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What becomes of an export notification, decided in sight of what it is. Only an authority for prior informed consent decides. */
public final class ExportNotificationDecisions {

    private static final Set<Competence> PIC = Set.of(Competence.PIC);

    private ExportNotificationDecisions() {}

    /** What an export notification is called: one for each exporting and importing Party, chemical and calendar year. */
    public static String nameOf(ExportNotificationFact notice) {
        return notice.exportCountry() + "-" + notice.importCountry() + "-" + notice.commodity() + "-" + notice.year();
    }

    /** Sends it, once a year: before the first export, and before the first one of each calendar year. */
    public static Decision<ExportNotificationFact> send(
            Optional<ExportNotificationFact> present, ExportNotificationFact notice, Caller caller) {
        if (!Competences.suffice(caller, PIC)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(PIC));
        }
        return present.<Decision<ExportNotificationFact>>map(sent -> new Decision.Refuse<>(
                        new Refusal.NotFromThisState(sent.state().label(), List.of())))
                .orElseGet(() -> new Decision.Become<>(notice));
    }

    /** Makes a move of the state table; for a Party that is neither of the two there is no such notification. */
    public static Decision<ExportNotificationFact> move(
            Optional<ExportNotificationFact> present, ExportNotificationMove move, Caller caller, LocalDate today) {
        Optional<Side> side = present.flatMap(notice -> Side.of(caller, notice));
        if (present.isEmpty() || side.isEmpty()) {
            return new Decision.Refuse<>(new Refusal.Missing());
        }
        if (!Competences.suffice(caller, PIC)) {
            return new Decision.Refuse<>(new Refusal.OtherCompetence(PIC));
        }
        ExportNotificationFact notice = present.get();
        return move.side() == side.get() && move.from(notice.state()).isPresent()
                ? made(notice, move, today)
                : new Decision.Refuse<>(new Refusal.NotFromThisState(
                        notice.state().label(), ExportNotificationMove.allowedIn(notice.state(), side.get())));
    }

    /** What time makes of it. */
    static Decision<ExportNotificationFact> elapse(
            ExportNotificationFact notice, ExportNotificationMove move, LocalDate today) {
        return move.from(notice.state()).isPresent() ? made(notice, move, today) : new Decision.Become<>(notice);
    }

    private static Decision<ExportNotificationFact> made(
            ExportNotificationFact notice, ExportNotificationMove move, LocalDate today) {
        return new Decision.Become<>(new ExportNotificationFact(
                notice.id(),
                move.from(notice.state()).orElseThrow(),
                notice.exportCountry(),
                notice.importCountry(),
                notice.commodity(),
                notice.year(),
                notice.sentOn(),
                move == ExportNotificationMove.SEND_AGAIN ? today : notice.secondSentOn(),
                move == ExportNotificationMove.ACKNOWLEDGE ? today : notice.acknowledgedOn(),
                notice.expectedExportOn(),
                notice.intendedUse()));
    }
}
