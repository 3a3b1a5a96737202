package org.skypatch.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    @Test
    void is_committed_as_it_is_generated() throws IOException {
        assertThat(Files.readString(Path.of("../keycloak/skypatch-realm.json")))
                .as("run org.skypatch.local.realm.RealmFile with the path of this file to write it anew")
                .isEqualTo(RealmFile.text());
    }

    @Test
    void has_a_client_and_two_people_for_each_country() {
        JsonObject realm = new JsonObject(RealmFile.text());

        assertThat(Accounts.countries()).hasSize(43).doesNotHaveDuplicates();
        assertThat(realm.getJsonArray("clients")).hasSize(1 + 43);
        assertThat(realm.getJsonArray("users")).hasSize(43 + 2 * 43 + 3);
    }
}
