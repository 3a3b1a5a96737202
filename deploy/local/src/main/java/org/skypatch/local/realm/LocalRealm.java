package org.skypatch.local.realm;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.local.realm.Accounts.Account;

/** The realm {@code skypatch} in Keycloak's import format. */
final class LocalRealm {

    private static final int HALF_AN_HOUR = 1800;
    private static final int A_WORKING_DAY = 36000;

    private LocalRealm() {}

    static JsonObject json() {
        return new JsonObject()
                .put("realm", "skypatch")
                .put("displayName", "Skypatch (local)")
                .put("enabled", true)
                .put("sslRequired", "none")
                .put("loginWithEmailAllowed", false)
                .put("defaultSignatureAlgorithm", "RS256")
                .put("accessTokenLifespan", HALF_AN_HOUR)
                .put("ssoSessionIdleTimeout", A_WORKING_DAY)
                .put("ssoSessionMaxLifespan", A_WORKING_DAY)
                // So few iterations that ninety passwords import in no time: they are no secrets here.
                .put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(100)")
                .put("roles", new JsonObject().put("realm", roles()))
                .put("components", userProfile())
                .put("clientScopes", TokenClaims.scopes())
                .put("defaultDefaultClientScopes", TokenClaims.DEFAULT_SCOPES)
                .put("defaultOptionalClientScopes", new JsonArray())
                .put("clients", clients())
                .put("users", users());
    }

    private static JsonArray roles() {
        return new JsonArray(Stream.of(Role.values())
                .map(role -> new JsonObject().put("name", role.label()))
                .toList());
    }

    private static JsonObject userProfile() {
        JsonObject profile = new JsonObject().put("attributes", TokenClaims.declaredAttributes());
        return new JsonObject()
                .put(
                        "org.keycloak.userprofile.UserProfileProvider",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("providerId", "declarative-user-profile")
                                        .put(
                                                "config",
                                                new JsonObject()
                                                        .put(
                                                                "kc.user.profile.config",
                                                                new JsonArray().add(profile.encode())))));
    }

    private static JsonArray clients() {
        JsonArray clients = new JsonArray().add(console());
        Accounts.machines().stream().map(LocalRealm::machine).forEach(clients::add);
        return clients;
    }

    /** People sign in through it with PKCE; scripts may also hand it a password, in the local realm only. */
    private static JsonObject console() {
        return new JsonObject()
                .put("clientId", "skypatch-console")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true)
                .put("rootUrl", "${SKYPATCH_ORIGIN}")
                .put("redirectUris", new JsonArray().add("${SKYPATCH_ORIGIN}/*"))
                .put("webOrigins", new JsonArray().add("+"))
                .put(
                        "attributes",
                        new JsonObject()
                                .put("pkce.code.challenge.method", "S256")
                                .put("post.logout.redirect.uris", "+"))
                .put("fullScopeAllowed", true)
                .put("defaultClientScopes", TokenClaims.DEFAULT_SCOPES);
    }

    private static JsonObject machine(Account machine) {
        return new JsonObject()
                .put("clientId", machine.name())
                .put("secret", Accounts.SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true)
                .put("defaultClientScopes", TokenClaims.DEFAULT_SCOPES);
    }

    private static JsonArray users() {
        JsonArray users = new JsonArray();
        for (Account machine : Accounts.machines()) {
            users.add(user("service-account-" + machine.name(), machine).put("serviceAccountClientId", machine.name()));
        }
        for (Account person : Accounts.people()) {
            users.add(user(person.name(), person)
                    .put("email", person.name() + "@skypatch.example")
                    .put("emailVerified", true)
                    .put("firstName", person.displayName()[0])
                    .put("lastName", person.displayName()[1])
                    .put(
                            "credentials",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("type", "password")
                                            .put("value", Accounts.SECRET))));
        }
        return users;
    }

    private static JsonObject user(String name, Account account) {
        JsonObject attributes = new JsonObject()
                .put(
                        "administration",
                        new JsonArray().add(account.administration().value()));
        account.country().ifPresent(country -> attributes.put("country", new JsonArray().add(country.value())));
        account.region().ifPresent(region -> attributes.put("region", new JsonArray().add(region)));
        if (!account.competences().isEmpty()) {
            attributes.put(
                    "competence",
                    new JsonArray(account.competences().stream()
                            .map(Competence::label)
                            .toList()));
        }
        List<String> roles = account.roles().stream().map(Role::label).toList();
        return new JsonObject()
                .put("username", name)
                .put("enabled", true)
                .put("attributes", attributes)
                .put("realmRoles", new JsonArray(roles));
    }
}
