package org.skypatch.contracts.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up country's traders and licences as the lines of its sheets, the same for the same seed: names in its script and in
 * Latin letters, some that look like formulas or hold separators, registrations, HCFCs and HFCs in the masses of real trade.
 */
public final class NationalSheet {

    private static final List<String> TRADE =
            List.of("Cool", "Refrigeration", "Air", "Frost", "Chem", "Gas", "Trading");
    private static final List<String> PLACES =
            List.of("Siam", "Chao Phraya", "Lanna", "Andaman", "Isan", "Rayong", "Ünal");
    private static final List<String> FORMS = List.of("Co., Ltd.", "PCL", "Ltd. Part.", "& Sons; Partners", "Group");
    private static final List<String> SCRIPT = List.of("สยาม", "ล้านนา", "อันดามัน", "อีสาน", "ระยอง");
    private static final List<String> COMMODITIES =
            List.of("hcfc-22", "hcfc-141b", "hfc-134a", "r-410a", "r-404a", "hfc-32");
    private static final List<String> PARTNERS = List.of("CN", "IN", "KR", "JP", "SG", "MY", "DE");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final String country;
    private final long seed;

    /**
     * @param country whose sheets they are
     */
    public NationalSheet(String country, long seed) {
        this.country = country;
        this.seed = seed;
    }

    /** The lines of the sheet of traders, with its header. */
    public Stream<String> traders(int count) {
        Random chance = new Random(seed);
        return Stream.concat(
                Stream.of("id,name,aliases,roles,address,registrations,standing"),
                IntStream.range(0, count).mapToObj(i -> trader(i, chance)));
    }

    private String trader(int i, Random chance) {
        String name = (i % 97 == 0 ? "=" : "") + one(PLACES, chance) + " " + one(TRADE, chance) + " " + (i % 1_000)
                + " " + one(FORMS, chance);
        String registrations = one(COMMODITIES, chance) + "; " + START.minusDays(chance.nextInt(2_000))
                + (chance.nextInt(3) == 0 ? " | F; 2024-01-01; 2028-12-31" : "");
        return String.join(
                ",",
                id(i),
                quoted(name),
                quoted(one(SCRIPT, chance) + " " + i + " | " + one(SCRIPT, chance)),
                quoted(chance.nextInt(4) == 0 ? "importer | exporter" : "importer"),
                quoted(chance.nextInt(300) + " Rama IX Road, 10310"),
                quoted(registrations),
                chance.nextInt(50) == 0 ? "suspended" : "good");
    }

    /**
     * The lines of the sheet of licences, with its header.
     *
     * @param traders how many traders the sheet of traders has: they hold the licences
     */
    public Stream<String> licences(int count, int traders) {
        Random chance = new Random(seed + 1);
        return Stream.concat(
                Stream.of("number,kind,holder,counterpart,commodity,massKg,validFrom,validUntil,use,exporterCountry,"
                        + "importerCountry,intendedUse,condition,form"),
                IntStream.range(0, count).mapToObj(i -> licence(i, traders, chance)));
    }

    private String licence(int i, int traders, Random chance) {
        boolean isImport = chance.nextInt(5) > 0;
        String partner = one(PARTNERS, chance);
        LocalDate from = START.plusDays(chance.nextInt(300));
        return String.join(
                ",",
                "%s-%s/2026/%06d".formatted(country, isImport ? "IM" : "EX", i),
                isImport ? "import" : "export",
                id(chance.nextInt(traders)),
                partner + "-" + chance.nextInt(5_000),
                one(COMMODITIES, chance),
                "%d.%d".formatted(100 + chance.nextInt(40_000), chance.nextInt(10)),
                from.toString(),
                from.plusYears(20).plusDays(chance.nextInt(270)).toString(),
                chance.nextInt(3) == 0 ? "single" : "multiple",
                isImport ? partner : country,
                isImport ? country : partner,
                chance.nextInt(10) == 0 ? "feedstock" : "refrigeration",
                "virgin",
                "bulk");
    }

    private String id(int i) {
        return "%s-T-%06d".formatted(country, i);
    }

    private static String one(List<String> of, Random chance) {
        return of.get(chance.nextInt(of.size()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
