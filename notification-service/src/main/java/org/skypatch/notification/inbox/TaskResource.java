package org.skypatch.notification.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.registry.TaskState;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.Inbox;
import org.skypatch.notification.alert.Task;
import org.skypatch.notification.alert.TaskFilter;

/** What the caller must do: tasks of the registry that are addressed to its administration, its competence or its region. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    private static final String MASKED = "***";

    /** Records whose key is no number of a paper, so that everybody who is told may read it. */
    private static final String CONSULTATION = "consultation";

    private static final String ALERT = "alert";

    private static final Map<String, String> PATHS =
            Map.of(CONSULTATION, "consultations", "licence", "licences", "notification", "notifications");

    private final Inbox inbox;
    private final CurrentCaller callers;

    TaskResource(Inbox inbox, CurrentCaller callers) {
        this.inbox = inbox;
        this.callers = callers;
    }

    /** Who may call: officers, authorities and analysts; each finds what is addressed to it. */
    @GET
    @RolesAllowed({"officer", "authority", "analyst"})
    @RunOnVirtualThread
    @Operation(summary = "What the caller must do, the last changed first")
    public Page<NoticeShown> tasks(
            @QueryParam("state") @Parameter(description = "opened, due, overdue or closed") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Questions questions = new Questions();
        TaskFilter filter = new TaskFilter(questions.read("state", state, TaskState::of), kind, subject);
        questions.refuseIfWrong();
        int most = Limit.of(limit);
        Inbox.@Nullable Place after = cursor == null ? null : AlertResource.place(cursor);
        Caller caller = callers.caller();
        List<Task> found = AlertResource.ask(() -> inbox.tasks(AudienceKey.ofTasks(caller), filter, after, most + 1));
        List<Task> shown = found.size() > most ? found.subList(0, most) : found;
        Locale language = AlertResource.language(headers);
        return new Page<>(
                shown.stream()
                        .<NoticeShown>map(task -> shown(task, caller, language))
                        .toList(),
                found.size() > most ? AlertResource.cursor(place(shown.getLast())) : null);
    }

    /** Who may call: whoever was told of it. */
    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "authority", "analyst"})
    @RunOnVirtualThread
    @Operation(summary = "One task and what was told of it")
    public NoticeShown.TaskShown task(@PathParam("id") String id, @Context HttpHeaders headers) {
        Caller caller = callers.caller();
        @Nullable UUID asked = new Questions().readId("id", id);
        return Optional.ofNullable(asked)
                .flatMap(each -> AlertResource.ask(() -> inbox.task(AudienceKey.ofTasks(caller), each)))
                .map(task -> shown(task, caller, AlertResource.language(headers))
                        .with(AlertResource.ask(() -> inbox.taskSteps(task.id()))))
                .orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND, "no such task"));
    }

    private static NoticeShown.TaskShown shown(Task task, Caller caller, Locale language) {
        TaskChanged latest = task.latest();
        boolean nominal = caller.sight().isNominal();
        return new NoticeShown.TaskShown(
                task.id(),
                "task",
                latest.kind(),
                latest.state().label(),
                subject(latest.subject(), nominal),
                Sentences.say(latest.sentence(), language, caller.sight()),
                latest.dueAt(),
                latest.at(),
                null,
                nominal || kind(latest.subject()).equals(ALERT) ? link(latest.subject()) : null);
    }

    private static String subject(String subject, boolean nominal) {
        String kind = kind(subject);
        return nominal || kind.equals(CONSULTATION) || kind.equals(ALERT) ? subject : kind + ":" + MASKED;
    }

    private static @Nullable String link(String subject) {
        String kind = kind(subject);
        if (kind.equals(ALERT)) {
            return "/notification/v1/alerts" + subject.substring(kind.length()).replace(':', '/');
        }
        String path = PATHS.get(kind);
        if (path == null || kind.length() == subject.length()) {
            return null;
        }
        String key = subject.substring(kind.length() + 1);
        int slash = key.indexOf('/');
        boolean isTwofold = kind.equals("licence") && slash > 0;
        String name =
                isTwofold ? encoded(key.substring(0, slash)) + "/" + encoded(key.substring(slash + 1)) : encoded(key);
        return "/registry/v1/" + path + "/" + name;
    }

    private static String kind(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Inbox.Place place(Task task) {
        return new Inbox.Place(task.latest().at(), task.id());
    }
}
