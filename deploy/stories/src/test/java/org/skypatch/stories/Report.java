package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A customs event in the making, as JSON. */
record Report(ObjectNode json) {

    static Report exported(String eventId, String dispatch, String destination, String occurredAt, String kg) {
        return of("export-declared", dispatch, eventId, dispatch, destination, occurredAt, kg);
    }

    static Report imported(String eventId, String dispatch, String destination, String occurredAt, String kg) {
        Report report = of("import-confirmed", destination, eventId, dispatch, destination, occurredAt, kg);
        ObjectNode goods = (ObjectNode) report.json.path("goods").path(0);
        goods.put("acceptedMassKg", kg).put("rejectedMassKg", "0");
        return report;
    }

    private static Report of(
            String type,
            String reporter,
            String eventId,
            String dispatch,
            String destination,
            String occurredAt,
            String kg) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("reportedBy", reporter + "-customs")
                .put("eventId", eventId)
                .put("type", type)
                .put("occurredAt", occurredAt);
        json.putObject("references");
        json.putObject("route").put("dispatch", dispatch).put("destination", destination);
        json.putArray("goods").addObject().put("commodity", "hcfc-22").put("netMassKg", kg);
        json.putObject("transport").put("mode", "sea");
        return new Report(json);
    }

    Report reference(String kind, String value) {
        ((ObjectNode) json.path("references")).put(kind, value);
        return this;
    }

    Report licence(String issuer, String number) {
        json.withArray("licences").addObject().put("number", number).put("issuedBy", issuer);
        return this;
    }

    Report trader(String role, String country, String id, String name) {
        json.withObject("/traders/" + role).put("id", id).put("name", name).put("country", country);
        return this;
    }

    Report container(String number) {
        json.withObject("/transport").withArray("containers").add(number);
        return this;
    }

    /** Sets any field, by its JSON pointer; the parent must be there. */
    Report with(String pointer, JsonNode value) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = json.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return this;
    }

    Report with(String pointer, String value) {
        return with(pointer, Json.MAPPER.getNodeFactory().textNode(value));
    }

    String eventId() {
        return Json.text(json, "eventId");
    }

    Account reporter() {
        return Account.reporter(Json.text(json, "reportedBy"));
    }

    @Override
    public String toString() {
        return json.toString();
    }

    /** Posts it; the receipt. */
    JsonNode post(Skypatch skypatch) {
        return skypatch.post(reporter(), "/tracking/v1/customs-events", toString())
                .orFail()
                .json()
                .path("receipts")
                .path(0);
    }

    /** Posts it and waits until it is applied; its id. */
    String apply(Skypatch skypatch) {
        JsonNode receipt = post(skypatch);
        if (!List.of("accepted", "duplicate").contains(receipt.path("status").asText())) {
            throw new Failure("not taken: " + receipt);
        }
        String id = Json.text(receipt, "id");
        awaitApplied(skypatch, reporter(), id);
        return id;
    }

    static void awaitApplied(Skypatch skypatch, Account reporter, String id) {
        Answer answer = Patience.ofStories()
                .until(() -> skypatch.get(reporter, "/tracking/v1/customs-events/" + id), Report::isApplied);
        if (!isApplied(answer)) {
            throw new Failure("not applied: " + answer.body());
        }
    }

    private static boolean isApplied(Answer answer) {
        return answer.isGood() && answer.json().path("state").asText().equals("applied");
    }
}
