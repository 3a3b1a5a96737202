package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;

/** Reads a licence as it is put. */
@ApplicationScoped
class LicenceForm {

    private static final int MOST_PORTS = 50;
    private static final List<String> AMOUNTS = List.of("massKg", "odpTonnes", "co2eTonnes", "units");
    private static final String NOTHING = "must be more than 0";

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
        Mass mass = form.amount("massKg", Mass::ofKilograms);
        Tonnes odpTonnes = form.amount("odpTonnes", Tonnes::of);
        Tonnes co2eTonnes = form.amount("co2eTonnes", Tonnes::of);
        Long units = form.amount("units", LicenceForm::units);
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
        UUID consultation = form.optional("consultation", UUID::fromString);
        form.shownOnly("balance", "exhausted");
        commodities.check(form, "commodity", commodity);
        checkAmount(form, mass, odpTonnes, co2eTonnes, units);
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
                        odpTonnes,
                        co2eTonnes,
                        units,
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
                        consultation),
                state));
    }

    /** Exactly one of the four says how much, and more than nothing. */
    private static void checkAmount(
            Form form, @Nullable Mass mass, @Nullable Tonnes odp, @Nullable Tonnes co2e, @Nullable Long units) {
        if (AMOUNTS.stream().noneMatch(form::has)) {
            form.unreadable("massKg", "is required, or odpTonnes, co2eTonnes or units in its place");
        }
        AMOUNTS.stream()
                .filter(form::has)
                .skip(1)
                .forEach(name ->
                        form.impossible(name, "only one of massKg, odpTonnes, co2eTonnes and units may be given"));
        if (Mass.ZERO.equals(mass)) {
            form.impossible("massKg", NOTHING);
        }
        if (Tonnes.ZERO.equals(odp)) {
            form.impossible("odpTonnes", NOTHING);
        }
        if (Tonnes.ZERO.equals(co2e)) {
            form.impossible("co2eTonnes", NOTHING);
        }
        if (units != null && units == 0) {
            form.impossible("units", NOTHING);
        }
    }

    static Long units(String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("must be a whole number of at most 12 digits");
        }
        return Long.valueOf(text);
    }
}
