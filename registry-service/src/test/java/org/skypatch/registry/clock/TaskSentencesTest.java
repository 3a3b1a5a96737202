package org.skypatch.registry.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.finding.Sentences;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.consultation.ConsultationClocks;
import org.skypatch.registry.licence.LicenceClock;
import org.skypatch.registry.notification.NotificationClocks;
import org.skypatch.registry.notification.ShipmentClocks;
import org.skypatch.registry.rotterdam.ExportNotificationClocks;
import org.skypatch.registry.stockholm.CertificationClocks;

/** Every kind of task there is, made by the clocks of sample records, is told in a whole English sentence. */
class TaskSentencesTest {

    private static final ObjectMapper JSON =
            JsonHabits.forTopics(JsonMapper.builder().findAndAddModules().build());

    @Test
    void says_every_kind_of_task_in_a_whole_sentence() throws IOException {
        List<RunningClock> all = everyClock();

        assertThat(all)
                .extracting(RunningClock::task)
                .containsOnly(Stream.of(TaskKind.values()).map(TaskKind::label).toArray(String[]::new));
        for (RunningClock clock : all) {
            String said = Sentences.say(clock.sentence(), Locale.ENGLISH, new Sight.OfCountry(CountryCode.of("KR")));
            assertThat(clock.sentence().key())
                    .startsWith(TaskKind.parse(clock.task()).orElseThrow().sentence());
            assertThat(said)
                    .as(clock.name())
                    .isNotEqualTo(clock.sentence().key())
                    .doesNotContain("{", "}", "***")
                    .endsWith(".")
                    .hasSizeGreaterThan(40);
            assertThat(clock.sentence().arguments())
                    .as("what it is about, in " + said)
                    .anyMatch(argument -> argument.value().length() > 2 && said.contains(argument.value()));
        }
    }

    private static List<RunningClock> everyClock() throws IOException {
        ConsultationClocks consultations = new ConsultationClocks(commodity -> Set.of(Competence.OZONE));
        NotificationClocks notifications = new NotificationClocks((state, on) -> List.of());
        ShipmentClocks shipments = new ShipmentClocks((state, on) -> List.of());
        return Stream.of(
                        of(consultations, "consultation", state("requested")),
                        of(consultations, "consultation", state("information-asked")),
                        of(new LicenceClock(), "licence", state("issued")),
                        of(notifications, "notification", state("forwarded").andThen(TaskSentencesTest::undecided)),
                        of(shipments, "shipment", state("pre-announced").andThen(TaskSentencesTest::late)),
                        of(shipments, "shipment", state("started")),
                        of(shipments, "shipment", state("received").andThen(fact -> ((ObjectNode) fact.get("document"))
                                .remove("receipt"))),
                        of(new ExportNotificationClocks(), "export-notification", state("sent")),
                        of(new CertificationClocks(), "certification", fact -> fact.remove("transmittedOn")))
                .flatMap(List::stream)
                .toList();
    }

    private static Consumer<ObjectNode> state(String state) {
        return fact -> fact.put("state", state);
    }

    /** One State that has waived written consent and one that has not have received it, and say nothing. */
    private static void undecided(ObjectNode notification) {
        ArrayNode decisions = notification.putArray("decisions");
        for (boolean waived : List.of(true, false)) {
            decisions
                    .addObject()
                    .put("country", waived ? "JP" : "KR")
                    .put("role", waived ? "transit" : "import")
                    .put("decision", "acknowledged")
                    .put("writtenConsentWaived", waived)
                    .put("receivedOn", "2026-01-10");
        }
    }

    private static void late(ObjectNode shipment) {
        shipment.putObject("announcedLate")
                .put("limit", "EU/announcement")
                .put("lastDay", "2026-01-29")
                .put("legalBasis", "Regulation (EU) 2024/1157, Article 16")
                .putArray("states")
                .add("KR");
    }

    private static <F extends RegistryFact> List<RunningClock> of(
            Clocked<F> clocked, String sample, Consumer<ObjectNode> change) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TaskSentencesTest.class.getResourceAsStream("/samples/" + sample + "/v1.json"), sample)) {
            ArrayNode versions = (ArrayNode) JSON.readTree(in).get("versions");
            ObjectNode fact = (ObjectNode) versions.get(versions.size() - 1).get("fact");
            change.accept(fact);
            return clocked.clocks("name", JSON.treeToValue(fact, clocked.kind().fact()), new EveryLimit());
        }
    }

    /** A limit of any name, that anything starts. */
    private static final class EveryLimit implements Limits {

        @Override
        public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
            return Optional.of(new LimitFact(
                    scope,
                    id,
                    "start, waste-received, disposal-completed",
                    5,
                    "working-days",
                    "after",
                    "authority",
                    null,
                    id.equals("transit-silence") ? "presumed-consent" : "none",
                    LocalDate.parse("2000-01-01"),
                    null,
                    "test"));
        }

        @Override
        public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
            return calendar(duty).due(limit, start);
        }

        @Override
        public Optional<AdministrationId> administration(Addressee duty) {
            return Optional.empty();
        }

        @Override
        public DueDates calendar(@Nullable AdministrationId administration) {
            return DueDates.of(null);
        }
    }
}
