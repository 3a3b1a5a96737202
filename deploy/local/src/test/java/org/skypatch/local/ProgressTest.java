package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.ServerFailure;

class ProgressTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @AfterEach
    void end() {
        progress.close();
    }

    @Test
    void says_what_takes_more_than_two_seconds_and_when_it_is_done() {
        progress.step("starting Kafka", "Kafka is up", () -> await().until(
                        () -> printed().contains("starting Kafka ... 2 s")));

        assertThat(printed()).containsPattern("Kafka is up +[2-9]\\.\\d s");
    }

    @Test
    void is_silent_about_what_takes_no_time() {
        progress.step("starting Kafka", "Kafka is up", () -> {});

        assertThat(printed()).isEmpty();
    }

    @Test
    void forgets_what_failed() {
        assertThatThrownBy(() -> progress.step("starting Kafka", "Kafka is up", () -> {
                    throw new ServerFailure("no room");
                }))
                .hasMessage("no room");

        assertThat(printed()).isEmpty();
    }

    private String printed() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
