package org.skypatch.registry.trader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.FoldedName;
import org.skypatch.contracts.trade.NameLikeness;
import org.skypatch.registry.trader.name.LatinLetters;

/**
 * The names and aliases of all traders as names are compared. Misspelt words are looked up among the different words that
 * there are, which are few, and traders then by whole words: looking for likeness among all names would read half of them.
 * Works within the caller's transaction. Whoever writes traders must save their names here.
 */
@ApplicationScoped
public class TraderNames {

    /** Of how many names at most one way of looking takes note; they are then compared one by one. */
    private static final int MOST_CANDIDATES = 500;

    /** Below this a name is not what was asked for. */
    private static final double LEAST_LIKE = 0.45;

    private static final int BEGINNING = 5;

    private static final String ALIKE = """
            select asked.word asked, found.word
            from unnest(cast(:words as text[]), cast(:skeletons as text[]), cast(:sounding as boolean[]))
                 asked(word, skeleton, sounding)
            cross join lateral (
                select word, score from (
                    (select w.word, similarity(w.word, asked.word) score from trader_word w
                     where w.word % asked.word and w.word !~ '^[0-9]+$' order by 2 desc limit 15)
                    union all
                    (select w.word, 1 from trader_word w where w.word = asked.word)
                    union all
                    (select w.word, 0.9 from trader_word w
                     where length(asked.word) >= 3 and w.word ~>=~ asked.word and w.word ~<~ (asked.word || chr(65535)) limit 15)
                    union all
                    (select w.word, 0.8 from trader_word w
                     where length(asked.skeleton) >= 2 and w.skeleton = asked.skeleton
                       and (asked.sounding or w.sounding) limit 15)) ways
                order by score desc limit 30) found
            """;
    private static final String BEGUN = """
            select country, trader_id, words from trader_name
            where country = any(cast(:countries as text[])) and squeezed ~>=~ :beginning and squeezed ~<~ (:beginning || chr(65535))
            limit :most
            """;
    private static final String WORDED = """
            select country, trader_id, words from trader_name
            where country = any(cast(:countries as text[])) and %s limit :most
            """;

    private final Session database;

    TraderNames(Session database) {
        this.database = database;
    }

    /** A trader that was found, and how well its best name fits, from 0 to 1. */
    public record Found(CountryCode country, String id, double likeness) {}

    /** Has the traders found by the names they bear now. */
    public void save(Collection<TraderFact> traders) {
        List<String> countries = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<FoldedName> names = new ArrayList<>();
        Map<String, Boolean> words = new HashMap<>();
        for (TraderFact trader : traders) {
            Set<FoldedName> folded = new LinkedHashSet<>();
            Stream.concat(Stream.of(trader.name()), trader.aliases().stream()).forEach(name -> {
                FoldedName one = LatinLetters.folded(name);
                folded.add(one);
                one.words().forEach(word -> words.merge(word, hasNoVowels(name), Boolean::logicalOr));
            });
            folded.stream().filter(name -> !name.words().isEmpty()).forEach(name -> {
                countries.add(trader.country().value());
                ids.add(trader.id().value());
                names.add(name);
            });
        }
        replace(traders, countries, ids, names);
        List<String> all = words.keySet().stream().sorted().toList();
        database.createNativeMutationQuery("""
                        insert into trader_word(word, skeleton, sounding)
                        select * from unnest(cast(:words as text[]), cast(:skeletons as text[]), cast(:sounding as boolean[]))
                        on conflict (word) do update set sounding = true
                        where excluded.sounding and not trader_word.sounding
                        """)
                .setParameter("words", all.toArray(String[]::new))
                .setParameter(
                        "skeletons", all.stream().map(FoldedName::skeleton).toArray(String[]::new))
                .setParameter("sounding", all.stream().map(words::get).toArray(Boolean[]::new))
                .executeUpdate();
    }

    private void replace(
            Collection<TraderFact> traders, List<String> countries, List<String> ids, List<FoldedName> names) {
        database.createNativeMutationQuery("""
                        delete from trader_name n using unnest(cast(:countries as text[]), cast(:ids as text[])) t(country, id)
                        where n.country = t.country and n.trader_id = t.id
                        """)
                .setParameter(
                        "countries",
                        traders.stream().map(t -> t.country().value()).toArray(String[]::new))
                .setParameter("ids", traders.stream().map(t -> t.id().value()).toArray(String[]::new))
                .executeUpdate();
        database.createNativeMutationQuery("""
                        insert into trader_name(country, trader_id, squeezed, words)
                        select n.country, n.id, replace(n.words, ' ', ''), string_to_array(n.words, ' ')
                        from unnest(cast(:countries as text[]), cast(:ids as text[]), cast(:words as text[])) n(country, id, words)
                        on conflict do nothing
                        """)
                .setParameter("countries", countries.toArray(String[]::new))
                .setParameter("ids", ids.toArray(String[]::new))
                .setParameter(
                        "words",
                        names.stream()
                                .map(name -> String.join(" ", name.words()))
                                .toArray(String[]::new))
                .executeUpdate();
    }

    /** The traders of these countries that bear a name like this, the likest first. */
    List<Found> find(Set<CountryCode> countries, String text) {
        FoldedName asked = LatinLetters.folded(text);
        if (asked.words().isEmpty() || countries.isEmpty()) {
            return List.of();
        }
        String[] among = countries.stream().map(CountryCode::value).toArray(String[]::new);
        Map<String, Set<String>> alike = alike(asked, hasNoVowels(text));
        List<Tuple> candidates = new ArrayList<>(begun(among, asked.squeezed()));
        if (alike.size() == new HashSet<>(asked.words()).size()) {
            candidates.addAll(worded(among, List.copyOf(alike.values())));
        }
        if (candidates.size() < MOST_CANDIDATES / 10) {
            asked.words().stream()
                    .filter(alike::containsKey)
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .limit(2)
                    .forEach(word -> candidates.addAll(worded(among, List.of(alike.get(word)))));
        }
        return ranked(asked, candidates);
    }

    private Map<String, Set<String>> alike(FoldedName asked, boolean sounding) {
        List<String> words = asked.words().stream().distinct().toList();
        Map<String, Set<String>> alike = new HashMap<>();
        database.createNativeQuery(ALIKE, Tuple.class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter(
                        "skeletons", words.stream().map(FoldedName::skeleton).toArray(String[]::new))
                .setParameter("sounding", words.stream().map(word -> sounding).toArray(Boolean[]::new))
                .getResultList()
                .forEach(row -> alike.computeIfAbsent(row.get(0, String.class), word -> new HashSet<>())
                        .add(row.get(1, String.class)));
        return alike;
    }

    private List<Tuple> begun(String[] countries, String squeezed) {
        return database.createNativeQuery(BEGUN, Tuple.class)
                .setParameter("countries", countries)
                .setParameter("beginning", squeezed.substring(0, Math.min(BEGINNING, squeezed.length())))
                .setParameter("most", MOST_CANDIDATES)
                .getResultList();
    }

    /** Names that hold, for each set, one of its words. */
    private List<Tuple> worded(String[] countries, List<Set<String>> sets) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            conditions.add("words && cast(:set" + i + " as text[])");
        }
        var query = database.createNativeQuery(WORDED.formatted(String.join(" and ", conditions)), Tuple.class)
                .setParameter("countries", countries)
                .setParameter("most", MOST_CANDIDATES);
        for (int i = 0; i < sets.size(); i++) {
            query.setParameter("set" + i, sets.get(i).toArray(String[]::new));
        }
        return query.getResultList();
    }

    private static List<Found> ranked(FoldedName asked, List<Tuple> candidates) {
        Map<String, Found> best = new HashMap<>();
        for (Tuple row : candidates) {
            CountryCode country = CountryCode.of(row.get(0, String.class));
            String id = row.get(1, String.class);
            double likeness = NameLikeness.of(asked, new FoldedName(Arrays.asList(row.get(2, String[].class))));
            if (likeness >= LEAST_LIKE) {
                best.merge(
                        country + "/" + id,
                        new Found(country, id, likeness),
                        (one, other) -> one.likeness() >= other.likeness() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Found::likeness)
                        .reversed()
                        .thenComparing(found -> found.country().value())
                        .thenComparing(Found::id))
                .toList();
    }

    /** Whether a name is written in a script that leaves out vowels. */
    private static boolean hasNoVowels(String name) {
        return name.codePoints().anyMatch(letter -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(letter);
            return script == Character.UnicodeScript.ARABIC || script == Character.UnicodeScript.HEBREW;
        });
    }
}
