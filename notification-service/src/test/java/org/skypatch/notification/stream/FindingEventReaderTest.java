package org.skypatch.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.sample.Samples;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.notification.alert.Heard;

class FindingEventReaderTest {

    private final FindingEventReader reader = new FindingEventReader(JsonHabits.forTopics(Samples.JSON));

    private Heard read(@Nullable String payload) {
        byte @Nullable [] bytes = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
        return reader.read(new Heard.Origin("findings", 0, 1, "key", bytes));
    }

    private String reason(@Nullable String payload) {
        return ((Heard.Unreadable) read(payload)).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding-raised", "finding-changed", "finding-cleared", "departure-notice"})
    void reads_every_sample(String type) {
        Heard heard = read(Samples.tree(type, 1).toString());

        assertThat(((Heard.News) heard).event()).isEqualTo(Samples.read(type, 1, FindingEvent.class));
    }

    @Test
    void passes_over_what_a_later_tracking_adds() {
        ObjectNode later = Samples.tree("finding-raised", 1).deepCopy();
        later.putObject("added").put("later", true);

        assertThat(read(later.toString())).isInstanceOf(Heard.News.class);
    }

    @Test
    void concerns_nobody_if_it_does_not_say_whom() {
        ObjectNode silent = Samples.tree("departure-notice", 1).deepCopy();
        silent.remove("audience");
        silent.remove("nominal");

        FindingEvent event = ((Heard.News) read(silent.toString())).event();

        assertThat(event.audience().countries()).isEmpty();
        assertThat(event.nominal().references()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id",
                "/at",
                "/movement",
                "/movement/dispatch",
                "/finding/severity",
                "/finding/raisedAt",
                "/finding/sentence/key"
            })
    void names_what_is_missing(String pointer) {
        ObjectNode maimed = Samples.tree("finding-changed", 1).deepCopy();
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) maimed.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));

        assertThat(reason(maimed.toString())).isEqualTo("missing: " + pointer);
    }

    @Test
    void says_why_it_cannot_read() {
        ObjectNode wrong = Samples.tree("finding-raised", 1).deepCopy();
        ((ObjectNode) wrong.get("movement")).put("dispatch", "Korea");

        assertThat(reason(wrong.toString())).startsWith("cannot be read at /movement/dispatch");
        assertThat(reason("{\"type\": \"finding-forgotten\"}")).contains("finding-forgotten");
        assertThat(reason("no JSON")).startsWith("cannot be read");
        assertThat(reason(null)).isEqualTo("the record is empty");
        assertThat(reason("null")).isEqualTo("the record says null");
    }
}
