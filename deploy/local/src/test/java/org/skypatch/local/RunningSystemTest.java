package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.local.RunningSystem.Layer;

class RunningSystemTest {

    private final Progress progress =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    private final RunningSystem system = new RunningSystem(progress);
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        progress.close();
    }

    @Test
    void stops_in_the_reverse_order_of_what_needs_what() {
        system.add(Layer.SERVICES, () -> closed.add("tracking"));
        system.add(Layer.ORIGIN, () -> closed.add("proxy"));
        system.add(Layer.DATABASE, () -> closed.add("postgres"));
        system.add(Layer.IDENTITY, () -> closed.add("keycloak"));
        system.add(Layer.BROKER, () -> closed.add("kafka"));

        system.close();

        assertThat(closed).containsExactly("proxy", "tracking", "keycloak", "kafka", "postgres");
    }

    @Test
    void goes_on_stopping_when_a_part_fails_to() {
        system.add(Layer.SERVICES, () -> {
            throw new IllegalStateException("stuck");
        });
        system.add(Layer.DATABASE, () -> closed.add("postgres"));

        system.close();

        assertThat(closed).containsExactly("postgres");
    }

    @Test
    void stops_at_once_what_came_up_while_it_was_stopping() {
        system.close();

        assertThatThrownBy(() -> system.add(Layer.BROKER, () -> closed.add("kafka")))
                .isInstanceOf(ServerFailure.class);

        assertThat(closed).containsExactly("kafka");
    }
}
