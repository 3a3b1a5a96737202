package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path path;

    @Test
    void throws_away_what_runs_left_and_nothing_else() throws IOException {
        DataDirectory data = new DataDirectory(path);
        Files.createDirectories(data.postgres().resolve("data"));
        data.newLog("kafka");
        Files.writeString(path.resolve("letter.txt"), "dear");

        data.clear();

        assertThat(data.postgres()).doesNotExist();
        assertThat(data.logs()).doesNotExist();
        assertThat(path.resolve("letter.txt")).exists();
    }

    @Test
    void keeps_the_last_runs_log_beside_the_new_one() throws IOException {
        DataDirectory data = new DataDirectory(path);
        Files.writeString(data.newLog("kafka"), "first run");

        Path log = data.newLog("kafka");

        assertThat(log).isEmptyFile();
        assertThat(data.logs().resolve("kafka.previous.log")).hasContent("first run");
    }

    @Test
    void remembers_the_origin_of_its_run() {
        assertThat(new DataDirectory(path).origin()).isEmpty();

        new DataDirectory(path).rememberOrigin("http://localhost:18000");

        assertThat(new DataDirectory(path).origin()).contains("http://localhost:18000");
    }

    @Test
    void forgets_the_imported_realm_with_the_rest() {
        DataDirectory data = new DataDirectory(path);
        data.rememberImportedRealm("abc");

        data.clear();

        assertThat(data.importedRealm()).isEmpty();
    }
}
