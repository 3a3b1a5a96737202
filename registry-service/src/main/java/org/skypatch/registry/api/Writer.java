package org.skypatch.registry.api;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.access.CurrentCaller;
import org.skypatch.registry.record.Author;

/** The caller as one who writes. */
@ApplicationScoped
class Writer {

    private static final int LONGEST_NAME = 200;

    private final CurrentCaller current;
    private final SecurityIdentity identity;

    Writer(CurrentCaller current, SecurityIdentity identity) {
        this.current = current;
        this.identity = identity;
    }

    Caller caller() {
        return current.caller();
    }

    Author author() {
        String person = identity.getPrincipal().getName();
        return new Author(caller().administration(), person == null || person.length() > LONGEST_NAME ? null : person);
    }

    /**
     * The caller, an authority of this country. Judged by path and token alone, so that a refusal does not tell whether
     * there is such a record.
     *
     * @throws ForbiddenException if the caller is not
     */
    Caller authorityOf(String country) {
        Caller caller = caller();
        if (!caller.has(Role.AUTHORITY)
                || caller.actsFor()
                        .map(CountryCode::value)
                        .filter(country::equals)
                        .isEmpty()) {
            throw new ForbiddenException("only an authority of the record's own country may write it");
        }
        return caller;
    }
}
