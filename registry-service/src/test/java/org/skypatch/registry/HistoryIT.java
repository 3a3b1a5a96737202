package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who made what of a record, when and why, as its readers see it. */
@QuarkusTest
@RegistryServers
class HistoryIT {

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void says_who_changed_what_into_what_and_shows_accounts_to_their_own_party_only() {
        String path = "/requirements/GH/HISTORY-1";
        Calls.put(Tokens.nou("GH"), path, Samples.requirement("C-I"));
        Calls.put(Tokens.nou("GH"), path, Samples.requirement("F"));

        JsonPath own = Calls.get(Tokens.customs("GH"), path + "/history").jsonPath();
        JsonPath others = Calls.get(Tokens.nou("JP"), path + "/history").jsonPath();

        assertThat(own.getList("items.revision", Integer.class)).containsExactly(1, 2);
        assertThat(own.getList("items.by")).containsExactly("GH-nou", "GH-nou");
        assertThat(own.getList("items.person")).containsExactly("gh-nou", "gh-nou");
        assertThat(own.getMap("items[0]")).doesNotContainKey("old");
        assertThat(own.getString("items[0].new.group")).isEqualTo("C-I");
        assertThat(own.getString("items[1].old.group")).isEqualTo("C-I");
        assertThat(own.getString("items[1].new.group")).isEqualTo("F");
        assertThat(own.getString("items[1].recordedAt")).isGreaterThanOrEqualTo(own.getString("items[0].recordedAt"));
        assertThat(others.getList("items.new.group")).containsExactly("C-I", "F");
        assertThat(others.getMap("items[0]")).doesNotContainKey("person").containsEntry("by", "GH-nou");
    }

    @Test
    void turns_the_pages_of_a_long_history() {
        String path = "/coverage/GH-history";
        for (String from : List.of("2010-01-01", "2011-01-01", "2012-01-01")) {
            Calls.put(Tokens.admin(), path, Samples.coverage().replace("2010-01-01", from));
        }

        JsonPath first = Calls.get(Tokens.admin(), path + "/history?limit=2").jsonPath();
        JsonPath second = Calls.get(Tokens.admin(), path + "/history?limit=2&cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.new.from")).containsExactly("2010-01-01", "2011-01-01");
        assertThat(first.getString("items[0].person")).isEqualTo("skypatch-admin");
        assertThat(second.getList("items.new.from")).containsExactly("2012-01-01");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void answers_the_history_of_no_record_as_missing() {
        for (String path :
                List.of("/requirements/GH/NONE/history", "/coverage/GH-none/history", "/coverage/x/history")) {
            Response answer = Calls.get(Tokens.nou("GH"), path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/not-found");
        }
        assertThat(Calls.get(Tokens.nou("GH"), "/coverage/GH-none/history?cursor=x")
                        .statusCode())
                .isEqualTo(400);
    }
}
