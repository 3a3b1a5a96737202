package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {

    static List<String> names() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void are_understood_whole(String name) {
        Story story = Scenarios.load(name);

        assertThat(story.sentence()).isNotBlank();
        assertThat(story.records()).isNotEmpty();
        assertThat(story.reports()).isNotEmpty();
        assertThat(story.expectations().movements()).isNotEmpty();
        assertThat(story.reports()).allSatisfy(report -> assertThat(Account.reporter(report.reporter()))
                .isNotNull());
    }

    @Test
    void share_no_licence_container_or_event() {
        Set<String> seen = new HashSet<>();
        for (String name : Scenarios.names()) {
            Set<String> own = new HashSet<>();
            Story story = Scenarios.load(name);
            story.records().stream()
                    .map(RegistryRecord::title)
                    .filter(title -> !title.startsWith("coverage"))
                    .forEach(own::add);
            story.reports().forEach(report -> {
                own.add(report.reporter() + report.eventId());
                own.addAll(Json.texts(report.event().path("transport").path("containers")));
            });
            assertThat(seen).doesNotContainAnyElementsOf(own);
            seen.addAll(own);
        }
    }

    @Test
    void are_found_by_number_and_title() {
        assertThat(Scenarios.named("01")).contains("01-silent-arrival");
        assertThat(Scenarios.named("clean-corridor")).contains("08-clean-corridor");
        assertThat(Scenarios.named("08-clean-corridor")).contains("08-clean-corridor");
        assertThat(Scenarios.named("9")).isEmpty();
        assertThat(Scenarios.named("arrival-of-nobody")).isEmpty();
    }

    @Test
    void know_the_latest_date_and_who_moves_the_clock() {
        assertThat(Scenarios.load("01-silent-arrival").latest()).isEqualTo(Instant.parse("2026-03-02T00:30:00Z"));
        assertThat(Scenarios.load("01-silent-arrival").movesTheClock()).isFalse();
        assertThat(Scenarios.load("02-late-but-honest").movesTheClock()).isTrue();
    }

    @Test
    void let_each_authority_put_in_what_is_its_own() {
        List<RegistryRecord> silent = Scenarios.load("01-silent-arrival").records();
        List<RegistryRecord> waste =
                Scenarios.load("06-notification-drawn-down").records();
        List<RegistryRecord> forged = Scenarios.load("04-forged-licence").records();

        assertThat(put(silent, "licence")).satisfies(licence -> {
            assertThat(licence.owner()).hasToString("nou.th");
            assertThat(licence.path()).isEqualTo("/registry/v1/licences/TH/TH-HCFC-2026-00017");
            assertThat(licence.body().has("number")).isFalse();
            assertThat(licence.body().path("massKg").asText()).isEqualTo("60000");
        });
        assertThat(put(silent, "coverage").owner()).isEqualTo(Account.ADMIN);
        assertThat(put(silent, "trader").owner()).hasToString("nou.kr");
        assertThat(put(waste, "trader").owner()).hasToString("ca.ph");
        assertThat(put(forged, "licence").owner()).hasToString("nou.eu");
        assertThat(waste)
                .filteredOn(RegistryRecord.Post.class::isInstance)
                .extracting(RegistryRecord.Post.class::cast)
                .extracting(post -> post.owner() + " " + post.path())
                .containsExactly(
                        "ca.ph /registry/v1/notifications",
                        "ca.kr /registry/v1/notifications/PH%200000%20000012/decisions?exportCountry=PH");
        assertThat(waste.stream().filter(RegistryRecord.Post.class::isInstance).map(RegistryRecord.Post.class::cast))
                .noneMatch(post -> post.body().has("decisions"));
    }

    @Test
    void keep_slashes_of_licence_numbers_out_of_the_path() {
        assertThat(put(Scenarios.load("07-diverted").records(), "licence").path())
                .isEqualTo("/registry/v1/licences/KE/KE%2FODS%2F26%2F044");
    }

    @Test
    void let_the_customs_of_the_dispatch_look() {
        assertThat(Scenarios.load("05-relabelled").reader("3CN91330000X-13-910"))
                .hasToString("customs-cn");
        assertThat(Scenarios.load("06-notification-drawn-down").reader("PH 0000 000012/2"))
                .hasToString("customs-ph");
    }

    @Test
    void are_told_when_a_name_is_wrong() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Play.run(List.of("no-such-story"), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("no-such-story", "01-silent-arrival");
    }

    private static RegistryRecord.Put put(List<RegistryRecord> records, String kind) {
        return records.stream()
                .filter(record -> record.title().startsWith(kind + " "))
                .findFirst()
                .map(RegistryRecord.Put.class::cast)
                .orElseThrow();
    }
}
