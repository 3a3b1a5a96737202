package org.skypatch.registry.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The countries and what they are bound by. Where no source says anything the value is {@code unknown}, never a guess.
 */
final class PartyLists {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru", "zh", "ar");
    private static final String UNKNOWN = "unknown";

    private final Map<String, Csv> montreal = byCountry("montreal-parties.csv");
    private final Map<String, Csv> basel = byCountry("basel-parties.csv");
    private final Map<String, Csv> rotterdam = byCountry("rotterdam-parties.csv");
    private final Map<String, Csv> stockholm = byCountry("stockholm-parties.csv");

    private PartyLists() {}

    static List<PartyFact> read() {
        PartyLists lists = new PartyLists();
        return Stream.concat(
                        Csv.rows("countries.csv").stream()
                                .map(row -> lists.party(row, regionOf(row.text("wco_region")))),
                        Csv.rows("unions.csv").stream().map(row -> lists.party(row, null)))
                .toList();
    }

    private static Map<String, Csv> byCountry(String file) {
        return Csv.rows(file).stream().collect(Collectors.toMap(row -> row.text("iso2"), Function.identity()));
    }

    /** {@code Asia/Pacific} for {@code RILO Asia/Pacific (Seoul)}; none if it is not known. */
    static @Nullable String regionOf(String label) {
        return label.equals(UNKNOWN) || label.isEmpty()
                ? null
                : label.replaceFirst("^RILO ", "").replaceFirst(" \\(.*\\)$", "");
    }

    private PartyFact party(Csv row, @Nullable String region) {
        String country = row.text("iso2");
        Map<String, String> names = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> row.some("name_" + language).ifPresent(name -> names.put(language, name)));
        return new PartyFact(CountryCode.of(country), names, region, status(country));
    }

    private Map<String, String> status(String country) {
        Map<String, String> status = new LinkedHashMap<>();
        Csv protocol = montreal.get(country);
        status.put("montreal", protocol == null ? UNKNOWN : "y");
        copy(status, "montreal.article5", protocol, "article5");
        copy(status, "montreal.hfcGroup", protocol, "hfc_group");
        copy(status, "montreal.kigali", protocol, "kigali_ratified");
        copy(status, "montreal.kigaliAsOf", protocol, "kigali_as_of");
        if (protocol != null) {
            protocol.some("kigali_date").ifPresent(date -> status.put("montreal.kigaliDate", date));
        }
        copy(status, "montreal.amendmentsToBeijing", protocol, "amendments_to_beijing");
        copy(status, "basel", basel.get(country), "basel_party");
        copy(status, "basel.annexVii", basel.get(country), "annex_vii");
        copy(status, "basel.banAmendment", basel.get(country), "ban_amendment_ratified");
        copy(status, "basel.oecd", basel.get(country), "oecd");
        copy(status, "rotterdam", rotterdam.get(country), "party");
        copy(status, "stockholm", stockholm.get(country), "party");
        return status;
    }

    private static void copy(Map<String, String> status, String name, @Nullable Csv row, String column) {
        status.put(name, row == null ? UNKNOWN : row.some(column).orElse(UNKNOWN));
    }
}
