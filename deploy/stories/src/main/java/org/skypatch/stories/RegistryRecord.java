package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Something that the registry must hold before the story begins, and who puts it there. */
public sealed interface RegistryRecord {

    /** What it is, for a person. */
    String title();

    /** A record with a place of its own. */
    record Put(String title, Account owner, String path, JsonNode body) implements RegistryRecord {}

    /** A record, or a decision on one, that is handed in; handing it in again changes nothing. */
    record Post(String title, Account owner, String path, JsonNode body) implements RegistryRecord {}

    /** Roles that only traders in waste have: their records are the competent authority's. */
    Set<String> ROLES_IN_WASTE = Set.of("generator", "facility", "disposer");

    /** The records of a story's {@code registry.json}, in the order in which they can be put in. */
    static List<RegistryRecord> of(JsonNode registry) {
        List<RegistryRecord> records = new ArrayList<>();
        registry.path("coverage").forEach(coverage -> records.add(coverage(coverage)));
        registry.path("traders").forEach(trader -> records.add(trader(trader)));
        registry.path("licences").forEach(licence -> records.add(licence(licence)));
        registry.path("notifications").forEach(notification -> records.addAll(notification(notification)));
        return records;
    }

    private static RegistryRecord coverage(JsonNode coverage) {
        String administration = Json.text(coverage, "administration");
        return new Put(
                "coverage of " + administration,
                Account.ADMIN,
                "/registry/v1/coverage/" + Skypatch.encoded(administration),
                without(coverage, "administration"));
    }

    private static RegistryRecord trader(JsonNode trader) {
        String country = Json.text(trader, "country");
        String id = Json.text(trader, "id");
        boolean isInWaste = Json.texts(trader.path("roles")).stream().anyMatch(ROLES_IN_WASTE::contains);
        return new Put(
                "trader " + id + ", " + Json.text(trader, "name"),
                isInWaste ? Account.competentAuthority(country) : Account.ozoneUnit(country),
                "/registry/v1/traders/" + country + "/" + Skypatch.encoded(id),
                without(trader, "country", "id"));
    }

    private static RegistryRecord licence(JsonNode licence) {
        String issuer = Json.text(licence, "issuer");
        String number = Json.text(licence, "number");
        return new Put(
                "licence " + issuer + "/" + number,
                Account.ozoneUnit(issuer),
                "/registry/v1/licences/" + issuer + "/" + Skypatch.encoded(number),
                without(licence, "issuer", "number"));
    }

    /** The State of export hands it in, then every State decides for itself. */
    private static List<RegistryRecord> notification(JsonNode notification) {
        String number = Json.text(notification, "number");
        String path = "/registry/v1/notifications";
        List<RegistryRecord> records = new ArrayList<>();
        records.add(new Post(
                "notification " + number,
                Account.competentAuthority(Json.text(notification, "exportCountry")),
                path,
                without(notification, "decisions")));
        for (JsonNode decision : notification.path("decisions")) {
            String country = Json.text(decision, "country");
            records.add(new Post(
                    "decision of " + country + " on notification " + number,
                    Account.competentAuthority(country),
                    path + "/" + Skypatch.encoded(number) + "/decisions?exportCountry="
                            + Json.text(notification, "exportCountry"),
                    decision));
        }
        return records;
    }

    private static JsonNode without(JsonNode record, String... named) {
        ObjectNode body = record.deepCopy();
        return body.remove(List.of(named));
    }
}
