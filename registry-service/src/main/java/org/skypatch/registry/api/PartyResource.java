package org.skypatch.registry.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.catalogue.CodeList;
import org.skypatch.registry.catalogue.CodeLists;
import org.skypatch.registry.catalogue.Descriptions;
import org.skypatch.registry.catalogue.PhaseOut;
import org.skypatch.registry.party.Parties;
import org.skypatch.registry.party.PartyDetail;

/** Countries, and {@code EU}, as Parties. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
public class PartyResource {

    private final Parties parties;
    private final Descriptions descriptions;
    private final CodeLists lists;
    private final LawInForce law;
    private final Writer writer;
    private final BusinessClock clock;

    PartyResource(
            Parties parties,
            Descriptions descriptions,
            CodeLists lists,
            LawInForce law,
            Writer writer,
            BusinessClock clock) {
        this.parties = parties;
        this.descriptions = descriptions;
        this.lists = lists;
        this.law = law;
        this.writer = writer;
        this.clock = clock;
    }

    /** Who may call: every member; quotas are shown only to those who may read them. */
    @GET
    @Path("/{iso2}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(
            summary = "A country: what it is bound by as far as is known, its focal points, the phase-out steps, bans,"
                    + " requirements and quotas in force, and the unions and territories it is part of",
            description = "on: the day that is meant; today if not given")
    public PartyShown read(@PathParam("iso2") String iso2, @QueryParam("on") @Nullable String on) {
        LocalDate asked = Days.on(on);
        LocalDate day = asked == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asked;
        return Texts.inPath(iso2, CountryCode::of)
                .flatMap(country -> descriptions.party(country, asked))
                .map(party -> shown(party, day))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(
            summary = "Countries and unions by code; or by a name in any of the six languages or a code, also misspelt,"
                    + " the best first, as one page")
    public Page<PartyFact> search(
            @QueryParam("text") @Nullable String text,
            @QueryParam("region") @Nullable String region,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        Parties.Question question = new Parties.Question(
                Texts.inQuery("text", text, Form::notBlank),
                Texts.inQuery("region", region, Form::notBlank),
                cursor == null ? null : after(Cursor.read(cursor, 1)),
                most + 1);
        List<PartyFact> found = parties.search(question);
        return question.isRanked()
                ? new Page<>(found.stream().limit(most).toList(), null)
                : Pages.of(found, most, party -> Cursor.write(party.country()));
    }

    private PartyShown shown(Descriptions.Described<PartyFact, PartyDetail> party, LocalDate day) {
        CountryCode country = party.fact().country();
        List<TerritoryFact> territories = law.territories(country, day);
        Set<String> states = LawInForce.lawgivers(country, territories);
        String partyClass = party.detail().partyClass();
        return new PartyShown(
                party.fact(),
                party.detail(),
                day,
                party.effectiveFrom(),
                law.administrations(country),
                partyClass == null
                        ? List.of()
                        : PhaseOut.inForce(
                                lists.find(CodeList.PHASE_OUT, CodeLists.Question.all(day)).stream()
                                        .map(CodeLists.Placed::row)
                                        .toList(),
                                partyClass,
                                day.getYear(),
                                party.fact().status()),
                law.prohibitions(states, day),
                law.requirements(states, day),
                law.quotas(states, day.getYear(), writer.caller().actsFor()),
                territories);
    }

    private static CountryCode after(List<String> parts) {
        return Texts.inPath(parts.getFirst(), CountryCode::of).orElseThrow(Cursor::refused);
    }
}
