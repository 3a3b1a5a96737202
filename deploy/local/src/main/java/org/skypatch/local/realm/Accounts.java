package org.skypatch.local.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;

/** Everybody who can sign in locally: machines of the customs administrations, and people. */
public final class Accounts {

    /** Of every client and every user, and only ever of this realm. */
    public static final String SECRET = "skypatch-local";

    private static final List<CountryCode> COUNTRIES = Stream.of(
                    "AE AR AU BD BE BR CA CL CN DE EG ES EU FR GB GE GH GR HK ID IN IT JP KE KR LK MX MY NG NL NP PH PK PL"
                            .split(" "),
                    "PY RU SG TH TR UA US VN ZA".split(" "))
            .flatMap(Stream::of)
            .map(CountryCode::of)
            .toList();

    /**
     * One that can sign in.
     *
     * @param name client id or user name
     * @param displayName first and last name
     */
    record Account(
            String name,
            String[] displayName,
            AdministrationId administration,
            Optional<CountryCode> country,
            Optional<String> region,
            List<Role> roles,
            List<Competence> competences) {}

    private Accounts() {}

    static List<CountryCode> countries() {
        return COUNTRIES;
    }

    /** Clients with a service account: {@code customs-gh}. */
    static List<Account> machines() {
        return COUNTRIES.stream()
                .map(country -> ofCountry(
                        country,
                        "customs-" + lower(country),
                        "customs",
                        List.of(Role.REPORTER, Role.OFFICER),
                        List.of()))
                .toList();
    }

    /** Users: {@code nou.gh}, {@code ca.gh}, and those of no country. */
    static List<Account> people() {
        List<Role> authority = List.of(Role.OFFICER, Role.AUTHORITY);
        List<Account> people = new ArrayList<>();
        for (CountryCode country : COUNTRIES) {
            people.add(ofCountry(country, "nou." + lower(country), "nou", authority, List.of(Competence.OZONE)));
            people.add(ofCountry(
                    country,
                    "ca." + lower(country),
                    "ca",
                    authority,
                    List.of(Competence.BASEL, Competence.PIC, Competence.POP)));
        }
        people.add(ofNoCountry("rilo.ap", "RILO-AP", Optional.of("Asia/Pacific"), List.of(Role.ANALYST)));
        people.add(ofNoCountry("operator", "skypatch-operator", Optional.empty(), List.of(Role.OPERATOR)));
        people.add(ofNoCountry("admin", "skypatch-admin", Optional.empty(), List.of(Role.ADMIN, Role.OPERATOR)));
        return people;
    }

    private static Account ofCountry(
            CountryCode country, String name, String body, List<Role> roles, List<Competence> competences) {
        return new Account(
                name,
                new String[] {country.value(), body.toUpperCase(Locale.ROOT)},
                AdministrationId.of(country.value() + "-" + body),
                Optional.of(country),
                Optional.empty(),
                roles,
                competences);
    }

    private static Account ofNoCountry(String name, String administration, Optional<String> region, List<Role> roles) {
        return new Account(
                name,
                new String[] {"Skypatch", name},
                AdministrationId.of(administration),
                Optional.empty(),
                region,
                roles,
                List.of());
    }

    private static String lower(CountryCode country) {
        return country.value().toLowerCase(Locale.ROOT);
    }
}
