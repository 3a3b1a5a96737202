package org.skypatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

    @TempDir
    Path directory;

    @Test
    void says_how_its_log_ends_when_it_dies_while_starting() {
        try (ServerProcess process = shell("echo no room; exit 3")) {
            assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("shell ended with exit code 3")
                    .hasMessageContaining("no room");
        }
    }

    @Test
    void says_so_when_it_is_not_ready_in_time() {
        try (ServerProcess process = shell("exec sleep 60")) {
            assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(200), () -> false))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("shell was not ready");
        }
    }

    @Test
    void waits_on_while_the_check_throws() {
        try (ServerProcess process = shell("exec sleep 60")) {
            int[] checks = {0};

            process.awaitReady(Duration.ofSeconds(10), () -> {
                if (checks[0]++ < 3) {
                    throw new IllegalStateException("not yet");
                }
                return true;
            });

            assertThat(checks[0]).isEqualTo(4);
        }
    }

    @Test
    void stops_its_forerunner_under_the_same_pid_file() {
        ServerProcess forerunner = shell("exec sleep 60");
        try (ServerProcess process = shell("exec sleep 60")) {
            assertThat(forerunner.isRunning()).isFalse();
            assertThat(process.isRunning()).isTrue();
        }
    }

    @Test
    void is_gone_when_closed() {
        ServerProcess process = shell("exec sleep 60");

        process.close();

        assertThat(process.isRunning()).isFalse();
        assertThat(directory.resolve("shell.pid")).doesNotExist();
    }

    private ServerProcess shell(String script) {
        return ServerProcess.start(
                "shell",
                List.of("sh", "-c", script),
                Map.of(),
                directory.resolve("shell.log"),
                directory.resolve("shell.pid"),
                StopSignal.TERMINATE);
    }
}
