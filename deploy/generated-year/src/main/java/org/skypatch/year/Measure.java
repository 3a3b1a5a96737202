package org.skypatch.year;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rules found of what was planted, and what they found that nobody planted. */
public final class Measure {

    private final Map<Integer, Irregularity> planted = new HashMap<>();
    private final SortedMap<String, Set<Integer>> found = new TreeMap<>();
    private final SortedMap<String, Integer> unplanted = new TreeMap<>();
    private final SortedMap<String, List<Integer>> examples = new TreeMap<>();
    private final Map<Integer, Integer> pieces = new HashMap<>();
    private int movements;
    private int mixed;

    /**
     * One rule's row.
     *
     * @param unplanted findings on movements of which nothing explains them
     * @param examples numbers of such movements
     */
    public record Row(String rule, int planted, int found, int unplanted, List<Integer> examples) {}

    /** Takes note of what is planted. */
    public void expect(GeneratedMovement movement) {
        movements++;
        if (movement.planted() != null) {
            planted.put(movement.number(), movement.planted());
        }
    }

    /**
     * Takes note of a movement as it was joined.
     *
     * @param numbers of the movements that its reports were made for: one, unless it was joined wrongly
     * @param isWhole whether it is what the Parties see; else an outside reporter's own sight of it
     * @param rules the codes of its open findings
     */
    public void seen(Collection<Integer> numbers, boolean isWhole, Collection<String> rules) {
        Set<Integer> made = new HashSet<>(numbers);
        if (isWhole) {
            mixed += made.size() > 1 ? 1 : 0;
            made.forEach(number -> pieces.merge(number, 1, Integer::sum));
        }
        for (String rule : new HashSet<>(rules)) {
            boolean isExplained = false;
            for (Integer number : made) {
                Irregularity what = planted.get(number);
                if (what != null && what.rule().equals(rule)) {
                    found.computeIfAbsent(rule, none -> new HashSet<>()).add(number);
                    isExplained = true;
                }
                isExplained |= what != null && what.besides().contains(rule);
            }
            if (!isExplained) {
                unplanted.merge(rule, 1, Integer::sum);
                examples.computeIfAbsent(rule, none -> new java.util.ArrayList<>())
                        .add(made.iterator().next());
            }
        }
    }

    /** The rules in alphabetical order: those that something was planted for, and those that found something besides. */
    public List<Row> rows() {
        SortedMap<String, Integer> expected = new TreeMap<>();
        planted.values().forEach(what -> expected.merge(what.rule(), 1, Integer::sum));
        Set<String> rules = new java.util.TreeSet<>(expected.keySet());
        rules.addAll(unplanted.keySet());
        return rules.stream()
                .map(rule -> new Row(
                        rule,
                        expected.getOrDefault(rule, 0),
                        found.getOrDefault(rule, Set.of()).size(),
                        unplanted.getOrDefault(rule, 0),
                        examples.getOrDefault(rule, List.of()).stream().limit(5).toList()))
                .toList();
    }

    /** How many movements hold reports that were made for different ones. */
    public int mixed() {
        return mixed;
    }

    /** Those that were left in several pieces. */
    public List<Integer> split() {
        return pieces.entrySet().stream()
                .filter(many -> many.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A table in Markdown. */
    public String table() {
        StringBuilder table = new StringBuilder("| rule | planted | found | nobody planted |\n|---|---:|---:|---:|\n");
        rows().forEach(row -> table.append(
                "| `%s` | %,d | %,d | %,d |%n".formatted(row.rule(), row.planted(), row.found(), row.unplanted())));
        return table
                + "\n%,d movements; joined wrongly: %,d; left in pieces: %,d.%n"
                        .formatted(movements, mixed, split().size());
    }
}
