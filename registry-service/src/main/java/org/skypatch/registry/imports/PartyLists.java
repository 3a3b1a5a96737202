package org.skypatch.registry.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.PartyFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.party.PartyDetail;
import org.skypatch.registry.party.PartyEntry;

/**
 * The countries and what they are bound by. Where no source says anything the value is {@code unknown}, never a guess.
 */
final class PartyLists {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ru", "zh", "ar");
    private static final String UNKNOWN = "unknown";

    /** The classes of the phase-out schedules by the group of HFC controls, which follows from Article 5 status. */
    private static final Map<String, String> CLASSES = Map.of(
            "A5-G1", "article5-group1",
            "A5-G2", "article5-group2",
            "nonA5-main", "non-article5",
            "nonA5-late", "non-article5-late");

    private final Map<String, Csv> montreal = byCountry("montreal-parties.csv");
    private final Map<String, Csv> basel = byCountry("basel-parties.csv");
    private final Map<String, Csv> rotterdam = byCountry("rotterdam-parties.csv");
    private final Map<String, Csv> stockholm = byCountry("stockholm-parties.csv");

    private final Map<String, Map<String, Integer>> phasedOut = phasedOut();

    private PartyLists() {}

    /** By class of Party and group: the first year in which 0 % of the baseline of consumption is allowed. */
    private static Map<String, Map<String, Integer>> phasedOut() {
        Map<String, Map<String, Integer>> years = new LinkedHashMap<>();
        Csv.rows("montreal-phaseout.csv").stream()
                .filter(row -> row.text("measure").equals("consumption"))
                .filter(row -> new BigDecimal(row.text("allowed_percent_of_baseline")).signum() == 0)
                .forEach(row -> years.computeIfAbsent(row.text("party_class"), none -> new LinkedHashMap<>())
                        .merge(
                                row.text("annex_group").replace('/', '-'),
                                Integer.valueOf(row.text("year")),
                                Math::min));
        return years;
    }

    static List<PartyEntry> read() {
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

    private PartyEntry party(Csv row, @Nullable String region) {
        String country = row.text("iso2");
        Map<String, String> names = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> row.some("name_" + language).ifPresent(name -> names.put(language, name)));
        return new PartyEntry(
                new PartyFact(CountryCode.of(country), names, region, status(country)), detail(country, row));
    }

    private PartyDetail detail(String country, Csv row) {
        Csv protocol = montreal.get(country);
        return new PartyDetail(
                row.some("iso3").orElse(null),
                optional(row, "numeric"),
                optional(row, "un_region"),
                optional(row, "un_subregion"),
                optional(row, "wco_group"),
                optional(row, "wco_region_basis"),
                row.has("lat") ? row.number("lat").orElse(null) : null,
                row.has("lon") ? row.number("lon").orElse(null) : null,
                row.has("landlocked") ? row.some("landlocked").map("y"::equals).orElse(null) : null,
                row.has("neighbours")
                        ? row.several("neighbours").stream()
                                .map(CountryCode::of)
                                .toList()
                        : List.of(),
                protocol == null ? null : CLASSES.get(protocol.text("hfc_group")),
                notes(country));
    }

    private Map<String, String> notes(String country) {
        Map<String, String> notes = new LinkedHashMap<>();
        note(notes, "montreal", montreal.get(country));
        note(notes, "basel", basel.get(country));
        note(notes, "rotterdam", rotterdam.get(country));
        note(notes, "stockholm", stockholm.get(country));
        return notes;
    }

    private static void note(Map<String, String> notes, String treaty, @Nullable Csv row) {
        if (row != null) {
            row.some("note").ifPresent(note -> notes.put(treaty, note));
        }
    }

    /** A column that not every list of countries has. */
    private static @Nullable String optional(Csv row, String column) {
        return row.has(column) ? row.some(column).orElse(null) : null;
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
        if (protocol != null) {
            phasedOut
                    .getOrDefault(CLASSES.getOrDefault(protocol.text("hfc_group"), UNKNOWN), Map.of())
                    .forEach((group, year) -> status.put("montreal.nothingSince." + group, Integer.toString(year)));
        }
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
