package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an account finds in notification's lists, and in tracking's. */
record Inbox(Skypatch skypatch, Account account) {

    /** Alerts on this movement, open or cleared. */
    List<JsonNode> alerts(String movement) {
        return items("/notification/v1/alerts?movement=" + movement);
    }

    /** Alerts on this movement, as soon as there are some. */
    List<JsonNode> awaitAlerts(String movement) {
        return Patience.ofStories().until(() -> alerts(movement), list -> !list.isEmpty());
    }

    /** Departure notices of this movement. */
    List<JsonNode> departureNotices(String movement) {
        return items("/notification/v1/departure-notices?movement=" + movement);
    }

    /** Departure notices of this movement, as soon as there are some. */
    List<JsonNode> awaitDepartureNotices(String movement) {
        return Patience.ofStories().until(() -> departureNotices(movement), list -> !list.isEmpty());
    }

    /** The ids of the movements that this query finds. */
    List<String> movements(String query) {
        return items("/tracking/v1/movements?" + query).stream()
                .map(movement -> movement.path("id").asText())
                .toList();
    }

    /** The only movement of this reference. */
    String movement(String reference) {
        List<String> found = Patience.ofStories()
                .until(() -> movements("reference=" + Skypatch.encoded(reference)), list -> !list.isEmpty());
        if (found.size() != 1) {
            throw new Failure(reference + " finds " + found);
        }
        return found.getFirst();
    }

    private List<JsonNode> items(String path) {
        return Json.elements(skypatch.get(account, path).orFail().json().path("items"));
    }
}
