package org.skypatch.notification.subscription;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What of the news that a subscriber may see it wants to hear. What is empty narrows nothing; it never widens what may be seen.
 *
 * @param countries that the movement touches
 * @param roles that one of these countries has in it; without countries, the subscriber's own
 * @param commodities of the catalogue; a movement counts if it carries one of them, or of the groups
 * @param groups of the Montreal Protocol, {@code A-I} to {@code F-II}; {@code F} is the whole of it
 * @param minSeverity at least this
 * @param departureNotices whether to hear that controlled goods left, too; rule, kind and severity do not touch these
 */
public record Interest(
        Set<CountryCode> countries,
        Set<MovementRole> roles,
        Set<CommodityId> commodities,
        Set<String> groups,
        Set<RuleCode> rules,
        Set<RuleKind> kinds,
        Severity minSeverity,
        boolean departureNotices) {

    private static final String GROUP = "[A-F](-(I|II|III))?";

    public Interest {
        countries = sorted(countries);
        roles = sorted(roles);
        commodities = sorted(commodities);
        groups = sorted(groups);
        rules = sorted(rules);
        kinds = sorted(kinds);
        groups.forEach(Interest::group);
    }

    /** What a new subscription hears if it does not say: everything of some weight, and what left for the country. */
    public static Interest usual(boolean actsForACountry) {
        return new Interest(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Severity.MEDIUM, actsForACountry);
    }

    /**
     * A group of the Montreal Protocol.
     *
     * @throws IllegalArgumentException if it is not written like one
     */
    public static String group(String text) {
        if (!text.matches(GROUP)) {
            throw new IllegalArgumentException("must be a group of the Montreal Protocol such as C-I or F");
        }
        return text;
    }

    /** The countries with the parts they may have, as {@code dispatch:CN}; empty if any will do. */
    public SortedSet<String> places(@Nullable CountryCode own) {
        Set<CountryCode> named = countries.isEmpty() && !roles.isEmpty() && own != null ? Set.of(own) : countries;
        Set<MovementRole> parts = roles.isEmpty() ? Set.of(MovementRole.values()) : roles;
        return named.stream()
                .flatMap(country -> parts.stream().map(role -> place(role, country)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A country in one part of a movement. */
    public static String place(MovementRole role, CountryCode country) {
        return role.label() + ":" + country;
    }

    /** The groups with the parts of those that are named as a whole. */
    public SortedSet<String> wholeGroups() {
        SortedSet<String> all = new TreeSet<>(groups);
        groups.stream().filter(group -> group.length() == 1).forEach(group -> {
            all.add(group + "-I");
            all.add(group + "-II");
            all.add(group + "-III");
        });
        return all;
    }

    private static <T> Set<T> sorted(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
