package org.skypatch.registry.api;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.consultation.ConsultationDecisions.Confirmation;
import org.skypatch.registry.consultation.LicenceTerms;

/** Reads what is asked, answered and issued in the course of a consultation. */
@ApplicationScoped
class ConsultationForm {

    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_PORTS = 50;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final KnownCommodities commodities;
    private final Clock clock;

    ConsultationForm(KnownCommodities commodities, BusinessClock clock) {
        this.commodities = commodities;
        this.clock = clock;
    }

    /** The instant at which a consultation is moved. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A new consultation, asked by the caller's Party of the other of the two. */
    ConsultationFact draft(Form form, Caller caller) {
        CountryCode exporting = form.required("exporterCountry", CountryCode::of);
        CountryCode importing = form.required("importerCountry", CountryCode::of);
        NamedTrader exporter = trader(form, "exporter", exporting);
        NamedTrader importer = trader(form, "importer", importing);
        CommodityId commodity = form.required("commodity", CommodityId::of);
        Mass mass = form.mass("massKg");
        String intendedUse = form.optional("intendedUse", Form::notBlank);
        String condition = form.optional(
                "condition", Form.oneOf("virgin", "recovered", "recycled", "reclaimed", "waste", "not-stated"));
        String shape = form.optional(
                "form",
                Form.oneOf(
                        "bulk",
                        "product",
                        "precharged-equipment",
                        "relying-equipment",
                        "article",
                        "waste",
                        "empty-container"));
        LocalDate plannedOn = form.required("plannedOn", Form::day);
        commodities.check(form, "commodity", commodity);
        if (mass != null && mass.equals(Mass.ZERO)) {
            form.impossible("massKg", "must be more than 0");
        }
        if (exporting != null && exporting.equals(importing)) {
            form.impossible("importerCountry", "must be another country than exporterCountry");
        }
        CountryCode own = caller.actsFor().orElse(null);
        if (exporting != null && importing != null && !exporting.equals(own) && !importing.equals(own)) {
            form.impossible("exporterCountry", "must be the caller's own country, or importerCountry must be");
        }
        if (plannedOn != null && plannedOn.isBefore(yesterday())) {
            form.impossible("plannedOn", "must not have passed");
        }
        return form.finish(() -> new ConsultationFact(
                ids.generate(),
                ConsultationState.REQUESTED,
                own,
                exporting.equals(own) ? importing : exporting,
                exporting,
                importing,
                exporter,
                importer,
                commodity,
                mass,
                intendedUse,
                condition,
                shape,
                plannedOn,
                now(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of()));
    }

    /** What is confirmed, and under which conditions. */
    Confirmation confirmation(Form form) {
        List<String> conditions = form.list("conditions", MOST_CONDITIONS, Form::notBlank);
        Mass mass = form.optionalMass("massKg");
        LocalDate validUntil = form.optional("validUntil", Form::day);
        return form.finish(() -> new Confirmation(conditions, mass, validUntil));
    }

    /** A question, a reply or a reason. */
    String words(Form form, String field) {
        String words = form.requiredWords(field);
        return form.finish(() -> words);
    }

    /** A reason that may be missing. */
    @Nullable
    String optionalReason(Form form) {
        String reason = form.words("reason");
        form.finish(() -> "");
        return reason;
    }

    /** The terms of the licence that a consultation becomes, issued by the caller's Party. */
    LicenceTerms terms(Form form, CountryCode issuer) {
        LicenceNumber number = form.required("number", text -> new LicenceNumber(issuer, text));
        Mass mass = form.optionalMass("massKg");
        LocalDate validFrom = form.optional("validFrom", Form::day);
        LocalDate validUntil = form.optional("validUntil", Form::day);
        LicenceUse use = form.optional("use", LicenceUse::of);
        TraderId holder = form.optional("holder", TraderId::of);
        TraderId agent = form.optional("agent", TraderId::of);
        List<LocationCode> ports = form.list("ports", MOST_PORTS, LocationCode::of);
        form.inOrder(validFrom, "validUntil", validUntil);
        return form.finish(() -> new LicenceTerms(number, mass, validFrom, validUntil, use, holder, agent, ports));
    }

    private static @Nullable NamedTrader trader(Form form, String name, @Nullable CountryCode country) {
        Form part = form.object(name);
        if (part == null) {
            return null;
        }
        TraderId id = part.optional("id", TraderId::of);
        String called = part.required("name", Form::notBlank);
        CountryCode said = part.optional("country", CountryCode::of);
        if (said != null && country != null && !said.equals(country)) {
            form.impossible(name + "/country", "must be " + country + ", or be left out");
        }
        return new NamedTrader(id, called, country);
    }

    /** What is today for some is yesterday for others. */
    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(1);
    }
}
