package org.skypatch.tracking.history;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** What is left of a licence, a notification or a quota: live, kept by tracking alone. */
@Path("/v1/balances")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class BalancesResource {

    private final BalanceSheet balances;
    private final CurrentCaller current;

    BalancesResource(BalanceSheet balances, CurrentCaller current) {
        this.balances = balances;
        this.current = current;
    }

    /**
     * The balance of a licence ({@code licence=<issuer>/<number>}), of a notification ({@code notification=<State of
     * export>/<number>}), or of a Party's quota ({@code country=&year=} and {@code group=} or {@code commodity=}; of an
     * export quota with {@code direction=export}).
     *
     * <p>Who may call: everybody, within what it may see: of a licence its issuer and the two countries that it names, of a
     * notification the States concerned, of a quota its Party. Anything else is 404, as if there were no such record.
     */
    @GET
    @RunOnVirtualThread
    @Operation(summary = "The balance of a licence, notification or quota (those who see the record)")
    public BalanceView balance(
            @QueryParam("licence") @Nullable String licence,
            @QueryParam("notification") @Nullable String notification,
            @QueryParam("country") @Nullable String country,
            @QueryParam("group") @Nullable String group,
            @QueryParam("commodity") @Nullable String commodity,
            @QueryParam("year") @Nullable String year,
            @QueryParam("direction") @Nullable String direction) {
        Caller caller = current.caller();
        if (Stream.of(licence, notification, country)
                        .filter(java.util.Objects::nonNull)
                        .count()
                != 1) {
            throw malformed(List.of(
                    new FieldProblem("/licence", "name one of licence, notification, or country with group and year")));
        }
        Optional<BalanceView> found;
        if (licence != null) {
            found = balances.ofLicence(licence(licence), caller);
        } else if (notification != null) {
            found = ofNotification(notification, caller);
        } else {
            found = ofQuota(country, group == null ? commodity : group, year, direction, caller);
        }
        return found.orElseThrow(() -> new ProblemException(EdgeProblem.NOT_FOUND, "nothing here"));
    }

    private static LicenceNumber licence(String written) {
        try {
            return LicenceNumber.parse(written);
        } catch (IllegalArgumentException e) {
            throw malformed(List.of(new FieldProblem("/licence", "must be written <issuer>/<number>")));
        }
    }

    private Optional<BalanceView> ofNotification(String written, Caller caller) {
        int slash = written.indexOf('/');
        boolean isNamedByState = slash == 2;
        CountryCode exportCountry = CountryCode.parse(written.length() < 2 ? "" : written.substring(0, 2))
                .orElseThrow(() -> malformed(List.of(new FieldProblem(
                        "/notification", "must be written <State of export>/<number>, or begin with its code"))));
        return balances.ofNotification(exportCountry, isNamedByState ? written.substring(3) : written, caller);
    }

    private Optional<BalanceView> ofQuota(
            @Nullable String country,
            @Nullable String subject,
            @Nullable String year,
            @Nullable String direction,
            Caller caller) {
        List<FieldProblem> wrong = new ArrayList<>();
        Optional<CountryCode> party = CountryCode.parse(country == null ? "" : country);
        if (party.isEmpty()) {
            wrong.add(new FieldProblem("/country", "must be a country code of ISO 3166-1 alpha-2, or EU"));
        }
        if (subject == null) {
            wrong.add(new FieldProblem("/group", "must be a Montreal group such as C-I, or name a commodity"));
        }
        if (year == null || !year.matches("[0-9]{4}")) {
            wrong.add(new FieldProblem("/year", "must be a calendar year"));
        }
        if (direction != null && !direction.equals("import") && !direction.equals("export")) {
            wrong.add(new FieldProblem("/direction", "must be import or export"));
        }
        if (!wrong.isEmpty() || party.isEmpty() || subject == null || year == null) {
            throw malformed(wrong);
        }
        return balances.ofQuota(
                party.get(), Integer.parseInt(year), subject, direction == null ? "import" : direction, caller);
    }

    private static ProblemException malformed(List<FieldProblem> wrong) {
        return new ProblemException(EdgeProblem.MALFORMED, "no such balance can be asked for", wrong);
    }
}
