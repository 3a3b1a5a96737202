package org.skypatch.registry.imports;

import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/** The law that is packaged with this service, in the folder {@code law}: limits and territories, each with its source. */
final class PackagedLaw {

    private PackagedLaw() {}

    static List<LimitFact> limits() {
        return Csv.in("/law/limits.csv").stream().map(PackagedLaw::limit).toList();
    }

    static List<TerritoryFact> territories() {
        return Csv.in("/law/territories.csv").stream()
                .map(PackagedLaw::territory)
                .toList();
    }

    private static LimitFact limit(Csv row) {
        return new LimitFact(
                row.text("scope"),
                row.text("id"),
                row.text("starts_with"),
                Integer.parseInt(row.text("number")),
                row.text("unit"),
                row.text("direction"),
                row.text("duty"),
                row.some("holiday_calendar").orElse(null),
                row.text("effect"),
                LocalDate.parse(row.text("from")),
                row.some("until").map(LocalDate::parse).orElse(null),
                row.text("source"));
    }

    private static TerritoryFact territory(Csv row) {
        return new TerritoryFact(
                row.text("code"),
                row.text("kind"),
                row.text("name"),
                row.several("members").stream().map(CountryCode::of).toList(),
                row.some("represented_by").map(CountryCode::of).orElse(null),
                row.several("no_trade_inside").stream().map(Convention::of).toList(),
                LocalDate.parse(row.text("from")),
                row.some("until").map(LocalDate::parse).orElse(null),
                row.text("legal_basis"));
    }
}
