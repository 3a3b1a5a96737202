package org.skypatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path directory;

    private Process child;
    private PidFile pidFile;

    @BeforeEach
    void start_a_child() throws IOException {
        child = new ProcessBuilder("sleep", "60").start();
        pidFile = new PidFile(directory.resolve("run/child.pid"));
    }

    @AfterEach
    void end_the_child() {
        child.destroyForcibly();
    }

    @Test
    void finds_the_process_it_wrote_down() {
        pidFile.write(child.toHandle());

        assertThat(pidFile.running()).contains(child.toHandle());
    }

    @Test
    void stops_what_a_killed_run_left_behind() {
        pidFile.write(child.toHandle());

        assertThat(pidFile.stopLeftover(StopSignal.TERMINATE)).isTrue();

        assertThat(child.isAlive()).isFalse();
        assertThat(pidFile.path()).doesNotExist();
    }

    @Test
    void spares_another_process_that_was_given_the_same_number() throws IOException {
        pidFile.write(child.toHandle());
        Files.writeString(pidFile.path(), child.pid() + " 1000000000000");

        assertThat(pidFile.stopLeftover(StopSignal.TERMINATE)).isFalse();

        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void finds_nothing_in_a_file_cut_short() throws IOException {
        Files.createDirectories(pidFile.path().getParent());
        Files.writeString(pidFile.path(), "12");

        assertThat(pidFile.running()).isEmpty();
    }

    @Test
    void finds_nothing_where_nothing_was_written() {
        assertThat(pidFile.running()).isEmpty();
    }
}
