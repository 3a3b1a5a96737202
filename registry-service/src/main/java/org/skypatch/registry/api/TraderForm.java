package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.registry.Registration;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/** Reads a trader as it is put, by REST or in a country sheet. */
@ApplicationScoped
class TraderForm {

    static final String[] ROLES = {"exporter", "importer", "generator", "carrier", "facility"};

    private static final int MOST_ALIASES = 50;
    private static final int MOST_REGISTRATIONS = 200;

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

    private Registration registration(Form form) {
        CommodityId commodity = form.optional("commodity", CommodityId::of);
        String group = form.optional("group", KnownCommodities::group);
        LocalDate from = form.required("from", Form::day);
        LocalDate until = form.optional("until", Form::day);
        commodities.check(form, "commodity", commodity);
        if (commodity != null && group != null) {
            form.impossible("group", "must be left out beside a commodity");
        }
        form.inOrder(from, "until", until);
        return Registration.of(commodity, group, from, until);
    }
}
