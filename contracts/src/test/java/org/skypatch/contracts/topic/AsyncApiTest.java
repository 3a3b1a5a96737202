package org.skypatch.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.skypatch.contracts.sample.MessageTypes;
import org.skypatch.contracts.sample.Samples;

class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();

    private static JsonNode document() {
        try (InputStream yaml = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> everyType() {
        return MessageTypes.records().keySet().stream();
    }

    @Test
    void describes_every_topic_and_no_other() {
        List<String> topics =
                Arrays.stream(Topic.values()).map(Topic::topicName).toList();

        assertThat(DOCUMENT.get("channels").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(topics);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void lists_the_message_types_that_the_code_knows(Topic topic) {
        JsonNode channel = DOCUMENT.get("channels").get(topic.topicName());

        assertThat(channel.get("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.get("messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(MessageTypes.of(topic));
    }

    @Test
    void leads_every_reference_to_something() {
        assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void describes_every_sample(String type) {
        JsonNode payload = DOCUMENT.get("components").get("messages").get(type).get("payload");

        assertThat(new Schema(DOCUMENT).problems(payload, Samples.tree(type, 1)))
                .isEmpty();
    }

    @Test
    void finds_fault_with_a_sample_that_is_not_as_described() {
        ObjectNode wrong = Samples.tree("finding-raised", 1).deepCopy();
        wrong.remove("audience");
        wrong.put("colour", "blue");
        ((ObjectNode) wrong.get("movement")).put("massKg", "-1").put("dispatch", "Korea");
        ((ObjectNode) wrong.get("finding")).put("severity", "huge").put("episode", "one");
        JsonNode payload = DOCUMENT.at("/components/messages/finding-raised/payload");

        assertThat(new Schema(DOCUMENT).problems(payload, wrong))
                .containsExactlyInAnyOrder(
                        "/audience is missing",
                        "/colour is not described",
                        "/movement/massKg does not match its pattern",
                        "/movement/dispatch does not match its pattern",
                        "/finding/severity is none of its values",
                        "/finding/episode is no integer");
    }

    /** As much of JSON Schema as the document uses. */
    private record Schema(JsonNode document) {

        List<String> problems(JsonNode schema, JsonNode value) {
            List<String> problems = new ArrayList<>();
            check(schema, value, "", problems);
            return problems;
        }

        private void check(JsonNode written, JsonNode value, String at, List<String> problems) {
            JsonNode schema = written.has("$ref")
                    ? document.at(written.get("$ref").asText().substring(1))
                    : written;
            String type = schema.path("type").asText("any");
            if (!isOf(type, value)) {
                problems.add(at + " is no " + type);
            } else if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
                problems.add(at + " is none of its values");
            } else if (schema.has("pattern")
                    && !value.asText().matches(schema.get("pattern").asText())) {
                problems.add(at + " does not match its pattern");
            } else if (type.equals("array")) {
                for (int i = 0; i < value.size(); i++) {
                    check(schema.get("items"), value.get(i), at + "/" + i, problems);
                }
            } else if (type.equals("object")) {
                checkFields(schema, value, at, problems);
            }
        }

        private void checkFields(JsonNode schema, JsonNode value, String at, List<String> problems) {
            schema.path("required")
                    .valueStream()
                    .filter(name -> !value.has(name.asText()))
                    .forEach(name -> problems.add(at + "/" + name.asText() + " is missing"));
            JsonNode open = schema.path("additionalProperties");
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode described = schema.path("properties").path(field.getKey());
                if (!described.isMissingNode()) {
                    check(described, field.getValue(), at + "/" + field.getKey(), problems);
                } else if (open.isObject()) {
                    check(open, field.getValue(), at + "/" + field.getKey(), problems);
                } else if (!open.asBoolean()) {
                    problems.add(at + "/" + field.getKey() + " is not described");
                }
            }
        }

        private static boolean isOf(String type, JsonNode value) {
            return switch (type) {
                case "string" -> value.isTextual();
                case "integer" -> value.isIntegralNumber();
                case "number" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                case "array" -> value.isArray();
                case "object" -> value.isObject();
                default -> true;
            };
        }
    }

    @Test
    void has_operations_on_channels_that_carry_something() {
        TreeSet<String> idle = new TreeSet<>();
        DOCUMENT.get("operations").forEach(operation -> {
            JsonNode channel =
                    DOCUMENT.at(operation.at("/channel/$ref").asText().substring(1));
            if (channel.get("messages").isEmpty()) {
                idle.add(channel.get("address").asText());
            }
        });

        assertThat(idle).isEmpty();
    }
}
