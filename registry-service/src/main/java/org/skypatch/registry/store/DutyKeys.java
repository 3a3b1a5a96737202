package org.skypatch.registry.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.trade.CountryCode;

/** Addressees as words by which rows are found: {@code TH-nou}, else {@code TH/ozone} or {@code TH/*}, else a region. */
final class DutyKeys {

    private static final String ANY = "*";

    private DutyKeys() {}

    static String of(Addressee addressee) {
        if (addressee.administration() != null) {
            return addressee.administration().value();
        }
        if (addressee.country() != null) {
            String competence = addressee.competence() == null
                    ? ANY
                    : addressee.competence().label();
            return addressee.country() + "/" + competence;
        }
        return "region " + addressee.region();
    }

    /** What is for this caller: its administration's, and its country's within its competences. */
    static String[] of(Caller caller) {
        List<String> keys = new ArrayList<>(List.of(caller.administration().value()));
        caller.actsFor().ifPresent(country -> keys.addAll(ofCountry(country, caller)));
        return keys.toArray(String[]::new);
    }

    private static List<String> ofCountry(CountryCode country, Caller caller) {
        return Stream.concat(Stream.of(ANY), caller.competences().stream().map(competence -> competence.label()))
                .map(competence -> country + "/" + competence)
                .toList();
    }
}
