package org.skypatch.edge.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;

/** The caller of the request at hand, from the claims {@code administration, country, region, roles, competence}. */
@ApplicationScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Who calls.
     *
     * @throws ForbiddenException if the token names no administration, or an unknown country
     */
    public Caller caller() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ForbiddenException("the token names no administration");
        }
        try {
            return new Caller(
                    text(token, "administration")
                            .map(AdministrationId::of)
                            .orElseThrow(() -> new ForbiddenException("the token names no administration")),
                    text(token, "country").map(CountryCode::of).orElse(null),
                    text(token, "region").orElse(null),
                    identity.getRoles().stream()
                            .map(Role::parse)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet()),
                    texts(token, "competence", Competence::parse));
        } catch (IllegalArgumentException e) {
            throw new ForbiddenException("the token names an unknown country or administration", e);
        }
    }

    /** The name of the person or machine that calls, as the token gives it: for the record only, never to decide by. */
    public String person() {
        return identity.getPrincipal().getName();
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.<Object>getClaim(claim))
                .map(CurrentCaller::plain)
                .filter(text -> !text.isBlank());
    }

    private static <T> Set<T> texts(JsonWebToken token, String claim, Function<String, Optional<T>> parse) {
        Object value = token.getClaim(claim);
        Collection<?> values =
                value instanceof Collection<?> several ? several : value == null ? Set.of() : Set.of(value);
        return values.stream()
                .filter(Objects::nonNull)
                .map(CurrentCaller::plain)
                .map(parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static String plain(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }
}
