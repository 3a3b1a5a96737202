package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.ProhibitionFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** What the dated records of a State, and of the unions it belongs to, say on a day. */
@ApplicationScoped
class LawInForce {

    private static final int PAGE = 500;

    private final Records records;
    private final Sharing sharing;

    LawInForce(Records records, Sharing sharing) {
        this.records = records;
        this.sharing = sharing;
    }

    List<AdministrationFact> administrations(CountryCode country) {
        return all(RecordKind.ADMINISTRATION, saying("country", country));
    }

    /** The unions that a country belongs to, and the territories that it is or represents. */
    List<TerritoryFact> territories(CountryCode country, LocalDate on) {
        Map<String, TerritoryFact> found = new LinkedHashMap<>();
        Stream.of(
                        saying("code", country),
                        saying("representedBy", country),
                        Records.Question.of(Optional.empty(), "", PAGE).holding(Map.of("members", country.value())))
                .flatMap(question -> all(RecordKind.TERRITORY, question).stream())
                .filter(territory -> holds(territory.from(), territory.until(), on))
                .forEach(territory -> found.put(territory.code() + " " + territory.from(), territory));
        return List.copyOf(found.values());
    }

    /** The State itself and the unions whose law is its own. */
    static Set<String> lawgivers(CountryCode country, List<TerritoryFact> territories) {
        Set<String> states = new LinkedHashSet<>();
        states.add(country.value());
        territories.stream()
                .filter(territory -> territory.members().contains(country))
                .map(TerritoryFact::code)
                .forEach(states::add);
        return states;
    }

    List<ProhibitionFact> prohibitions(Set<String> states, LocalDate on) {
        return states.stream()
                .flatMap(state -> all(RecordKind.PROHIBITION, saying("state", state)).stream())
                .filter(ban -> holds(ban.from(), ban.until(), on))
                .toList();
    }

    List<RequirementFact> requirements(Set<String> states, LocalDate on) {
        return states.stream()
                .flatMap(state -> all(RecordKind.REQUIREMENT, saying("state", state)).stream())
                .filter(demand -> holds(demand.from(), demand.until(), on))
                .toList();
    }

    /** The quotas of a year that a reader may see. */
    List<QuotaFact> quotas(Set<String> states, int year, Optional<CountryCode> reader) {
        return states.stream()
                .map(CountryCode::of)
                .filter(owner -> sharing.lets(reader, owner, "quotas"))
                .flatMap(owner -> all(
                        RecordKind.QUOTA,
                        Records.Question.of(Optional.of(owner), "", PAGE)
                                .saying(Map.of("country", owner.value(), "year", year)))
                        .stream())
                .toList();
    }

    private static boolean holds(LocalDate from, @Nullable LocalDate until, LocalDate on) {
        return !on.isBefore(from) && (until == null || !on.isAfter(until));
    }

    private static Records.Question saying(String field, Object value) {
        return Records.Question.of(Optional.empty(), "", PAGE).saying(Map.of(field, value.toString()));
    }

    private <F extends RegistryFact> List<F> all(RecordKind<F> kind, Records.Question question) {
        List<F> facts = new ArrayList<>();
        Records.Question next = question;
        List<Records.Named<F>> page;
        do {
            page = records.list(kind, next);
            page.forEach(named -> facts.add(named.record().fact()));
            if (!page.isEmpty()) {
                next = next.after(page.getLast().name());
            }
        } while (page.size() == PAGE);
        return facts;
    }
}
