package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.licence.CitedLicence;
import org.skypatch.registry.licence.LicenceChecks;

/** "Does this paper hold?" */
@Path("/v1/licence-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenceCheckResource {

    private static final int MOST_TRANSIT = 20;
    private static final CountryCode ANY_ISSUER = CountryCode.of("EU");

    private final LicenceChecks checks;
    private final CheckAllowance allowance;
    private final ReadableLicences readable;
    private final Unions unions;
    private final Writer writer;

    LicenceCheckResource(
            LicenceChecks checks, CheckAllowance allowance, ReadableLicences readable, Unions unions, Writer writer) {
        this.checks = checks;
        this.allowance = allowance;
        this.readable = readable;
        this.unions = unions;
        this.writer = writer;
    }

    /**
     * Who may call: officers and authorities of a country on the route shown. The answer is made of licences that name their
     * country; every question is kept with who asked it.
     */
    @POST
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Transactional
    @Operation(
            summary = "Whether a licence as a paper cites it covers what is shown with it",
            description =
                    "Only the number must be given; what is not given is not compared. 429 with Retry-After beyond"
                            + " the administration's allowance")
    public CheckAnswer check(
            @RequestBody(content = @Content(schema = @Schema(implementation = CitedLicence.class))) @Nullable
                    JsonNode body) {
        Caller caller = writer.caller();
        CountryCode reader = caller.actsFor()
                .orElseThrow(() -> new ForbiddenException("only officers of a country may check its papers"));
        allowance.take(caller.administration());
        CitedLicence cited = cited(Form.of(body));
        if (!cited.routeCountries().isEmpty()
                && cited.routeCountries().stream().noneMatch(country -> unions.areOne(reader, country, cited.on()))) {
            throw new ForbiddenException("only a country on the route may ask about it");
        }
        return CheckAnswer.of(checks.answer(cited, writer.author(), reader, readable.union()));
    }

    private CitedLicence cited(Form form) {
        String number = form.required("number", text -> new LicenceNumber(ANY_ISSUER, text).number());
        CountryCode issuer = form.optional("issuer", CountryCode::of);
        TraderId holder = form.optional("holder", TraderId::of);
        TraderId counterpart = form.optional("counterpart", TraderId::of);
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        Mass mass = form.amount("massKg", Mass::ofKilograms);
        Long units = form.amount("units", LicenceForm::units);
        String intendedUse = form.optional("intendedUse", Form::notBlank);
        String condition = form.optional("condition", Form::notBlank);
        String shape = form.optional("form", Form::notBlank);
        LocalDate on = form.optional("on", Form::day);
        LocationCode port = form.optional("port", LocationCode::of);
        CountryCode dispatch = form.optional("dispatch", CountryCode::of);
        CountryCode destination = form.optional("destination", CountryCode::of);
        List<CountryCode> transit = form.list("transit", MOST_TRANSIT, CountryCode::of);
        return form.finish(() -> new CitedLicence(
                number,
                issuer,
                holder,
                counterpart,
                commodity,
                mass,
                units,
                intendedUse,
                condition,
                shape,
                on == null ? readable.today() : on,
                port,
                dispatch,
                destination,
                transit));
    }
}
