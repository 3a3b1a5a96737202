package org.skypatch.registry.api;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.notification.Notifications;
import org.skypatch.registry.problem.RegistryProblem;
import org.skypatch.registry.record.Revised;

/** Notifications as a caller finds them: by their number alone, among those that the caller's State may see. */
@ApplicationScoped
class NotificationsSeen {

    private final Notifications notifications;
    private final Writer writer;

    NotificationsSeen(Notifications notifications, Writer writer) {
        this.notifications = notifications;
        this.writer = writer;
    }

    /**
     * The notification of this number. If the State sees several, its own as State of export; else the query has to say
     * whose.
     *
     * @param exportCountry the State of export, if the caller says which
     * @throws ProblemException 404 if the caller's State sees none, 409 if it sees several
     */
    Revised<NotificationFact> find(String number, @Nullable String exportCountry) {
        CountryCode reader = writer.caller().actsFor().orElseThrow(Answers::notFound);
        CountryCode asked = Texts.inQuery("exportCountry", exportCountry, CountryCode::of);
        List<Revised<NotificationFact>> seen = Texts.inPath(number, NotificationDraft::number)
                .map(text -> notifications.numbered(reader, text))
                .orElseGet(List::of)
                .stream()
                .filter(notification ->
                        asked == null || notification.fact().exportCountry().equals(asked))
                .toList();
        Optional<Revised<NotificationFact>> own = seen.stream()
                .filter(notification -> notification.fact().exportCountry().equals(reader))
                .findFirst();
        if (own.isPresent()) {
            return own.get();
        }
        if (seen.size() > 1) {
            throw new ProblemException(
                    RegistryProblem.SEVERAL_OF_THIS_NUMBER,
                    "say with ?exportCountry= which is meant: "
                            + seen.stream()
                                    .map(notification ->
                                            notification.fact().exportCountry().value())
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return seen.stream().findFirst().orElseThrow(Answers::notFound);
    }

    /**
     * The caller, a Basel competent authority. Judged by the token alone, so that a refusal does not tell whether there is
     * such a notification.
     *
     * @throws ForbiddenException if the caller is none
     */
    CountryCode authority() {
        Caller caller = writer.caller();
        if (!caller.has(Role.AUTHORITY) || !caller.competences().contains(Competence.BASEL)) {
            throw new ForbiddenException("this needs an authority with the competence basel");
        }
        return caller.actsFor()
                .orElseThrow(() -> new ForbiddenException("only an authority that acts for a State may do this"));
    }

    /** The caller's wish to write, as an authority. */
    Notifications.Writing writing(HttpHeaders headers, @Nullable String reason) {
        return new Notifications.Writing(writer.author(), authority(), Answers.precondition(headers), reason);
    }
}
