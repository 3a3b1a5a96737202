package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.registry.CoverageFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/** What the administrations report and which lists they share as complete; where nothing is said, silence means nothing. */
public final class Coverage {

    private static final String ALL = "*";

    private final InForce<CountryCode, CoverageFact> facts;
    private final BiPredicate<CountryCode, String> shared;

    public Coverage(Collection<Versions<CoverageFact>> records) {
        this.facts = new InForce<>(
                records.stream()
                        .filter(record ->
                                record.latest().administration().country().isPresent())
                        .toList(),
                fact -> fact.administration().country().orElseThrow(),
                CoverageFact::from,
                CoverageFact::until);
        this.shared = (country, list) -> true;
    }

    private Coverage(InForce<CountryCode, CoverageFact> facts, BiPredicate<CountryCode, String> shared) {
        this.facts = facts;
        this.shared = shared;
    }

    /** The same, where only some of the lists may be looked into: the others say nothing. */
    Coverage sharing(BiPredicate<CountryCode, String> some) {
        return new Coverage(facts, some);
    }

    /** Whether an administration of this country reports events of this type for this commodity on this day. */
    public boolean reports(
            CountryCode country, CustomsEventType type, CommodityId commodity, Set<String> groups, LocalDate day) {
        return facts.on(day, country)
                .anyMatch(fact ->
                        (fact.eventTypes().contains(ALL) || fact.eventTypes().contains(type.label()))
                                && covers(fact, commodity, groups));
    }

    /** Whether an administration of this country shares this list as complete for this commodity on this day. */
    public boolean sharesComplete(
            CountryCode country, String list, CommodityId commodity, Set<String> groups, LocalDate day) {
        return shared.test(country, list)
                && facts.on(day, country)
                        .anyMatch(fact -> fact.completeLists().contains(list) && covers(fact, commodity, groups));
    }

    /** The form of the licence numbers of this country, where it has published one that is a regular expression. */
    public Optional<Pattern> numberPattern(CountryCode country, LocalDate day) {
        return facts.on(day, country)
                .flatMap(fact -> Stream.ofNullable(fact.numberPattern()))
                .findFirst()
                .flatMap(Coverage::compiled);
    }

    private static Optional<Pattern> compiled(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean covers(CoverageFact fact, CommodityId commodity, Set<String> groups) {
        if (fact.commodities().isEmpty() && fact.groups().isEmpty()) {
            return true;
        }
        return fact.commodities().contains(commodity)
                || fact.groups().contains(ALL)
                || fact.groups().stream().anyMatch(group -> covers(group, groups));
    }

    /** {@code F} stands for {@code F-I} and {@code F-II}. */
    static boolean covers(String group, Set<String> groups) {
        return groups.contains(group) || groups.stream().anyMatch(one -> one.startsWith(group + "-"));
    }
}
