package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/** Reads a trader as it is put, by REST or in a country sheet. */
@ApplicationScoped
class TraderForm {

    static final String[] ROLES = {"exporter", "importer", "generator", "carrier", "facility"};

    private static final int MOST_ALIASES = 50;
    private static final int MOST_REGISTRATIONS = 200;
    private static final int MOST_OPERATIONS = 40;

    private final KnownCommodities commodities;

    TraderForm(KnownCommodities commodities) {
        this.commodities = commodities;
    }

    /** A trader as put. */
    TraderFact read(CountryCode country, String id, Form form) {
        TraderId trader = form.inPath("id", id, TraderId::of);
        form.mustEqual("country", country);
        form.mustEqual("id", trader == null ? id : trader);
        String name = form.required("name", Form::notBlank);
        List<String> aliases = form.list("aliases", MOST_ALIASES, Form::notBlank);
        List<String> roles = form.list("roles", ROLES.length, Form.oneOf(ROLES));
        String address = form.words("address");
        List<Registration> registrations = new ArrayList<>();
        form.forms("registrations", MOST_REGISTRATIONS).forEach(part -> registrations.add(registration(part)));
        String standing = form.optional("standing", Form.oneOf("good", "suspended", "withdrawn"));
        return form.finish(
                () -> new TraderFact(country, trader, name, aliases, roles, address, registrations, standing));
    }

    /** An operation of Annex IV of the Basel Convention, or one of the Montreal Protocol's words for what is done with used substances. */
    private static String operation(String text) {
        if (!text.matches("D([1-9]|1[0-5])|R([1-9]|1[0-3])|recovery|recycling|reclamation|destruction")) {
            throw new IllegalArgumentException(
                    "must be D1 to D15, R1 to R13, recovery, recycling, reclamation or destruction");
        }
        return text;
    }

    private Registration registration(Form form) {
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        String group = form.optional("group", KnownCommodities::group);
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        String number = form.optional("number", Form::notBlank);
        List<String> operations = form.list("operations", MOST_OPERATIONS, TraderForm::operation);
        Mass capacity = form.optionalMass("capacityKg");
        commodities.check(form, "commodity", commodity);
        if (commodity != null && group != null) {
            form.impossible("group", "must be left out beside a commodity");
        }
        form.inOrder(from, "until", until);
        return new Registration(commodity, group, from, until, number, operations, capacity);
    }
}
