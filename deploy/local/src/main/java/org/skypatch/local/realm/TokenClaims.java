package org.skypatch.local.realm;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What tokens say: the claims the services read, and as little else as OpenID Connect allows. */
final class TokenClaims {

    static final JsonArray DEFAULT_SCOPES = new JsonArray(List.of("basic", "profile", "email", "skypatch"));

    private TokenClaims() {}

    static JsonArray scopes() {
        return new JsonArray(List.of(
                scope("basic", mapper("sub", "oidc-sub-mapper", new JsonObject())),
                scope("profile", property("preferred_username", "username"), fullName()),
                scope("email", property("email", "email")),
                scope(
                        "skypatch",
                        attribute("administration", false),
                        attribute("country", false),
                        attribute("region", false),
                        attribute("competence", true),
                        mapper(
                                "roles",
                                "oidc-usermodel-realm-role-mapper",
                                new JsonObject()
                                        .put("claim.name", "roles")
                                        .put("multivalued", "true")
                                        .put("jsonType.label", "String")),
                        mapper(
                                "audience",
                                "oidc-audience-mapper",
                                new JsonObject().put("included.custom.audience", "skypatch")))));
    }

    /** The attributes of a user that become claims; Keycloak drops what its user profile does not declare. */
    static JsonArray declaredAttributes() {
        JsonArray attributes = new JsonArray();
        for (String builtIn : List.of("username", "email", "firstName", "lastName")) {
            attributes.add(declared(builtIn, false, List.of("admin", "user")));
        }
        for (String claim : List.of("administration", "country", "region")) {
            attributes.add(declared(claim, false, List.of("admin")));
        }
        return attributes.add(declared("competence", true, List.of("admin")));
    }

    private static JsonObject declared(String name, boolean several, List<String> editors) {
        return new JsonObject()
                .put("name", name)
                .put("displayName", name)
                .put("multivalued", several)
                .put(
                        "permissions",
                        new JsonObject()
                                .put("view", new JsonArray(List.of("admin", "user")))
                                .put("edit", new JsonArray(editors)));
    }

    private static JsonObject scope(String name, JsonObject... mappers) {
        return new JsonObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("attributes", new JsonObject().put("include.in.token.scope", "true"))
                .put("protocolMappers", new JsonArray(List.of(mappers)));
    }

    private static JsonObject attribute(String name, boolean several) {
        return mapper(
                name,
                "oidc-usermodel-attribute-mapper",
                new JsonObject()
                        .put("user.attribute", name)
                        .put("claim.name", name)
                        .put("jsonType.label", "String")
                        .put("multivalued", Boolean.toString(several)));
    }

    private static JsonObject property(String claim, String property) {
        return mapper(
                claim,
                "oidc-usermodel-attribute-mapper",
                new JsonObject()
                        .put("user.attribute", property)
                        .put("claim.name", claim)
                        .put("jsonType.label", "String"));
    }

    private static JsonObject fullName() {
        return mapper("name", "oidc-full-name-mapper", new JsonObject());
    }

    private static JsonObject mapper(String name, String kind, JsonObject settings) {
        return new JsonObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .put(
                        "config",
                        settings.put("access.token.claim", "true")
                                .put("id.token.claim", "true")
                                .put("userinfo.token.claim", "true")
                                .put("introspection.token.claim", "true"));
    }
}
