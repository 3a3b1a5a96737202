package org.skypatch.contracts.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;

class SamplesTest {

    private static final Path FOLDER = Path.of("src/test/resources/samples");

    static Stream<String> everySample() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void reads_every_sample_and_writes_it_back_equal(String file) {
        String type = file.substring(0, file.indexOf('/'));
        int version = Integer.parseInt(file.replaceAll(".*/v([0-9]+)\\.json", "$1"));
        Class<?> as = MessageTypes.records().get(type);
        assertThat(as).as("a sample of a type that no topic carries: " + file).isNotNull();

        Object value = Samples.read(type, version, as);

        JsonNode written = Samples.JSON.valueToTree(value);
        assertThat(normal(written)).isEqualTo(normal(Samples.tree(type, version)));
    }

    @Test
    void has_a_sample_of_every_message_type() {
        List<String> missing = MessageTypes.records().keySet().stream()
                .filter(type -> !Samples.has(type, 1))
                .toList();

        assertThat(missing)
                .as("types without src/test/resources/samples/<type>/v1.json")
                .isEmpty();
    }

    @Test
    void keeps_a_customs_sample_under_the_type_it_holds() {
        for (CustomsEventType type : CustomsEventType.values()) {
            assertThat(Samples.read(type.label(), 1, RecordedEvent.class)
                            .event()
                            .type())
                    .isEqualTo(type);
        }
    }

    @ParameterizedTest
    @MethodSource("sealedTypes")
    void names_every_permitted_record_in_json(Class<?> sealedType) {
        Set<Class<?>> named = Arrays.stream(
                        sealedType.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());

        assertThat(named).isEqualTo(Set.of(sealedType.getPermittedSubclasses()));
    }

    static Stream<Class<?>> sealedTypes() {
        return Stream.of(FindingEvent.class, RegistryEvent.class);
    }

    @Test
    void ignores_what_a_later_sender_adds() throws IOException {
        ObjectNode later = Samples.tree("finding-raised", 1).deepCopy();
        later.put("addedLater", "yes");
        ((ObjectNode) later.get("movement")).put("addedLater", 1);

        FindingEvent read = Samples.JSON
                .readerFor(FindingEvent.class)
                .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(later);

        assertThat(read).isEqualTo(Samples.read("finding-raised", 1, FindingEvent.class));
    }

    @Test
    void shows_every_record_whole_somewhere() {
        Map<String, String> rarelySent = Map.of(
                "goods-seized", "/event/goods/0/declaredAs/netMassKg",
                "import-refused", "/event/illegality/agreedPeriod",
                "declaration-amended", "/event/references/corrects",
                "re-export-declared", "/event/references/previousMovement",
                "waste-received", "/event/references/shipmentSerial",
                "suspicion-reported", "/event/handling",
                "import-confirmed", "/event/final",
                "finding-changed", "/finding/observed/value",
                "finding-cleared", "/finding/clearedAt");

        rarelySent.forEach(
                (type, pointer) -> assertThat(Samples.tree(type, 1).at(pointer).isMissingNode())
                        .as(type + pointer)
                        .isFalse());
    }

    /** Numbers by value: 50 and 50.0 are the same percentage, and an int is no other number than a long. */
    private static Object normal(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        if (node.isArray()) {
            return node.valueStream().map(SamplesTest::normal).toList();
        }
        if (node.isObject()) {
            return node.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, each -> normal(each.getValue())));
        }
        return node;
    }
}
