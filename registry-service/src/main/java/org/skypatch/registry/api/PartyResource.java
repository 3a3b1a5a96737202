package org.skypatch.registry.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.party.Parties;

/** Countries, and {@code EU}, as Parties. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
public class PartyResource {

    private final Parties parties;

    PartyResource(Parties parties) {
        this.parties = parties;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{iso2}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A country: its names, its region, and what it is bound by as far as is known")
    public Response read(@PathParam("iso2") String iso2, @Context HttpHeaders headers) {
        return Texts.inPath(iso2, CountryCode::of)
                .flatMap(parties::find)
                .map(party -> Answers.read(party, headers))
                .orElseThrow(Answers::notFound);
    }
}
