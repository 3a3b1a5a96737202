package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** Reads a licence as it is put. */
@ApplicationScoped
class LicenceForm {

    private static final int MOST_PORTS = 50;

    private final KnownCommodities commodities;

    LicenceForm(KnownCommodities commodities) {
        this.commodities = commodities;
    }

    /**
     * A licence as put.
     *
     * @param draft in the state of a new licence
     * @param state the state that the caller wrote, if any
     */
    record Put(LicenceFact draft, @Nullable LicenceState state) {}

    Put read(CountryCode issuer, String numberInPath, Form form) {
        LicenceNumber number = form.inPath("number", numberInPath, text -> new LicenceNumber(issuer, text));
        form.mustEqual("issuer", issuer);
        form.mustEqual("number", number == null ? numberInPath : number.number());
        LicenceKind kind = form.required("kind", LicenceKind::of);
        LicenceState state = form.optional("state", LicenceState::of);
        TraderId holder = form.required("holder", TraderId::of);
        TraderId counterpart = form.optional("counterpart", TraderId::of);
        CommodityId commodity = form.required("commodity", CommodityId::of);
        Mass mass = form.mass("massKg");
        LocalDate validFrom = form.required("validFrom", Form::day);
        LocalDate validUntil = form.required("validUntil", Form::day);
        LicenceUse use = form.required("use", LicenceUse::of);
        CountryCode exporter = form.required("exporterCountry", CountryCode::of);
        CountryCode importer = form.required("importerCountry", CountryCode::of);
        String intendedUse = form.optional("intendedUse", Form::notBlank);
        String condition = form.optional("condition", Form::notBlank);
        String shape = form.optional("form", Form::notBlank);
        TraderId agent = form.optional("agent", TraderId::of);
        List<LocationCode> ports = form.list("ports", MOST_PORTS, LocationCode::of);
        commodities.check(form, "commodity", commodity);
        if (mass != null && mass.equals(Mass.ZERO)) {
            form.impossible("massKg", "must be more than 0");
        }
        form.inOrder(validFrom, "validUntil", validUntil);
        if (exporter != null && exporter.equals(importer)) {
            form.impossible("importerCountry", "must be another country than exporterCountry");
        }
        return form.finish(() -> new Put(
                new LicenceFact(
                        issuer,
                        number.number(),
                        kind,
                        LicenceState.ISSUED,
                        holder,
                        counterpart,
                        commodity,
                        mass,
                        null,
                        null,
                        null,
                        validFrom,
                        validUntil,
                        use,
                        exporter,
                        importer,
                        intendedUse,
                        condition,
                        shape,
                        agent,
                        ports,
                        null),
                state));
    }
}
