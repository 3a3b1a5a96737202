package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.Contact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;

/** Administrations: whom to reach, who stands in for whom, and when they work. Members see all of it. */
@Path("/v1/administrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdministrationResource {

    private static final int MOST_CONTACTS = 50;
    private static final int MOST_HOLIDAYS = 2_000;

    private final LawRecords law;
    private final Writer writer;
    private final History history;

    AdministrationResource(LawRecords law, Writer writer, History history) {
        this.law = law;
        this.writer = writer;
        this.history = history;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "An administration: contacts, deputies, competences, working days, holidays")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return law.read(
                RecordKind.ADMINISTRATION,
                Texts.inPath(id, AdministrationId::of).map(AdministrationId::value),
                headers);
    }

    /** Who may call: every member; accounts are shown to their own Party only. */
    @GET
    @Path("/{id}/history")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Who changed what of it, when: oldest first")
    public Page<History.Entry> history(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AdministrationId administration = Texts.inPath(id, AdministrationId::of).orElseThrow(Answers::notFound);
        return history.of(RecordKind.ADMINISTRATION, administration.value(), limit, cursor);
    }

    /** Who may call: an admin, or an authority of the administration itself, which claims no competence that it lacks. */
    @PUT
    @Path("/{id}")
    @RolesAllowed({"admin", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "Records an administration; running clocks move with its calendar; 201 for a new one")
    public Response put(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @RequestBody(content = @Content(schema = @Schema(implementation = AdministrationFact.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.caller();
        if (!caller.has(Role.ADMIN) && !caller.administration().value().equals(id)) {
            throw new ForbiddenException("only an admin or the administration itself may say this");
        }
        AdministrationFact administration = administration(id, caller, Form.of(body));
        return law.write(
                RecordKind.ADMINISTRATION, administration.id().value(), headers, administration, fact -> Set.of());
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The administrations by id")
    public Page<AdministrationFact> list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("competence") @Nullable String competence,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Competence asked = Texts.inQuery("competence", competence, Competence::of);
        return law.list(
                RecordKind.ADMINISTRATION,
                LawRecords.Asked.of("", null, limit, cursor)
                        .saying("country", Texts.inQuery("country", country, CountryCode::of))
                        .saying("competences", asked == null ? null : List.of(asked)));
    }

    private static AdministrationFact administration(String inPath, Caller caller, Form form) {
        AdministrationId id = form.inPath("id", inPath, AdministrationId::of);
        form.mustEqual("id", inPath);
        String name = form.requiredWords("name");
        CountryCode country = form.optional("country", CountryCode::of);
        String region = form.optional("region", Form::notBlank);
        List<Competence> competences = form.list("competences", Competence.values().length, Competence::of);
        List<Contact> contacts = form.forms("contacts", MOST_CONTACTS).stream()
                .map(AdministrationResource::contact)
                .toList();
        List<AdministrationId> deputies = form.list("deputies", MOST_CONTACTS, AdministrationId::of);
        List<String> workingDays = form.list(
                "workingDays",
                7,
                Form.oneOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"));
        List<LocalDate> holidays = form.list("holidays", MOST_HOLIDAYS, Form::day);
        String timeZone = form.optional("timeZone", AdministrationResource::zone);
        List<String> languages = form.list("languages", 20, AdministrationResource::language);
        if (!caller.has(Role.ADMIN)) {
            checkOwn(form, caller, country, competences);
        }
        if (id != null && deputies.contains(id)) {
            form.impossible("deputies", "must not name the administration itself");
        }
        return form.finish(() -> new AdministrationFact(
                id,
                name,
                country,
                region,
                competences,
                contacts,
                deputies,
                workingDays,
                holidays.stream().distinct().sorted().toList(),
                timeZone,
                languages));
    }

    private static void checkOwn(
            Form form, Caller caller, @Nullable CountryCode country, List<Competence> competences) {
        if (!Optional.ofNullable(country).equals(caller.actsFor())) {
            form.impossible("country", "must be the country that the administration acts for");
        }
        for (int i = 0; i < competences.size(); i++) {
            if (!caller.competences().contains(competences.get(i))) {
                form.impossible("competences/" + i, "is not yours");
            }
        }
    }

    private static Contact contact(Form form) {
        String name = form.required("name", Form::notBlank);
        String role = form.optional("role", Form::notBlank);
        String email = form.optional("email", AdministrationResource::email);
        String phone = form.optional("phone", Form::notBlank);
        return new Contact(name, role, email, phone);
    }

    private static String email(String text) {
        if (!text.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
            throw new IllegalArgumentException("must be an address such as ozone@example.org");
        }
        return text;
    }

    private static String zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("must be a time zone such as Asia/Bangkok");
        }
        return text;
    }

    private static String language(String text) {
        if (!Set.of(Locale.getISOLanguages()).contains(text)) {
            throw new IllegalArgumentException("must be a language of ISO 639-1 such as th");
        }
        return text;
    }
}
