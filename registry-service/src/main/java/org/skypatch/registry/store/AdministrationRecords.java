package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;

/** Administrations as clocks need them: their calendars, their deputies, their regions. */
@ApplicationScoped
class AdministrationRecords {

    private final Session database;
    private final ObjectMapper json;

    AdministrationRecords(Session database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    Optional<AdministrationFact> find(AdministrationId id) {
        return database.createNativeQuery(
                        "select cast(fact as text) from record where kind = 'administration' and name = :name",
                        String.class)
                .setParameter("name", id.value())
                .getResultStream()
                .map(this::read)
                .findFirst();
    }

    /** The administrations that an addressee means, by name. */
    List<AdministrationFact> meant(Addressee addressee) {
        AdministrationId one = addressee.administration();
        if (one != null) {
            return find(one).stream().toList();
        }
        CountryCode country = addressee.country();
        return country == null ? List.of() : competent(country, addressee.competence());
    }

    private List<AdministrationFact> competent(CountryCode country, @Nullable Competence competence) {
        Map<String, Object> saying = competence == null
                ? Map.of("country", country)
                : Map.of("country", country, "competences", List.of(competence));
        return database.createNativeQuery("""
                        select cast(fact as text) from record
                        where kind = 'administration' and fact @> cast(:saying as jsonb) order by name
                        """, String.class)
                .setParameter("saying", text(saying))
                .getResultStream()
                .map(this::read)
                .toList();
    }

    /** Who is told when these do not act: themselves, their deputies, and the RILO of their region. */
    List<Addressee> above(List<Addressee> duty) {
        Set<Addressee> told = new LinkedHashSet<>(duty);
        for (Addressee addressee : duty) {
            List<AdministrationFact> meant = meant(addressee);
            for (AdministrationFact administration : meant) {
                administration.deputies().forEach(deputy -> told.add(new Addressee(null, null, deputy, null)));
            }
            regions(addressee, meant).forEach(region -> told.add(new Addressee(null, null, null, region)));
        }
        return List.copyOf(told);
    }

    private Set<String> regions(Addressee addressee, List<AdministrationFact> meant) {
        Set<String> regions = new LinkedHashSet<>();
        List<CountryCode> countries = new ArrayList<>();
        if (addressee.country() != null) {
            countries.add(addressee.country());
        }
        if (addressee.administration() != null) {
            addressee.administration().country().ifPresent(countries::add);
        }
        for (AdministrationFact administration : meant) {
            if (administration.region() != null) {
                regions.add(administration.region());
            }
        }
        return regions.isEmpty() ? regionsOf(countries) : regions;
    }

    private Set<String> regionsOf(List<CountryCode> countries) {
        return new LinkedHashSet<>(database.createNativeQuery("""
                        select fact ->> 'region' from party
                        where country = any(cast(:countries as text[])) and fact ->> 'region' is not null order by country
                        """, String.class)
                .setParameter(
                        "countries", countries.stream().map(CountryCode::value).toArray(String[]::new))
                .getResultList());
    }

    private AdministrationFact read(String text) {
        try {
            return json.readValue(text, AdministrationFact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept administration cannot be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question cannot be written as JSON", e);
        }
    }
}
