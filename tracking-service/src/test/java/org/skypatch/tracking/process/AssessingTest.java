package org.skypatch.tracking.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.Assessing.Answer;
import org.skypatch.tracking.process.Assessing.NotKnown;
import org.skypatch.tracking.process.Assessing.Outcome;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Granted;
import org.skypatch.tracking.testing.InMemoryTracking;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Policies;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

/** A planned consignment is judged like a reported one, and nobody learns from it what it may not know. */
class AssessingTest {

    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");

    private static RulesInForce rules() {
        return RulesInForce.today((rule, failure) -> {
            throw failure;
        });
    }

    private static Outcome outcome(InMemoryTracking tracking, String country, Reports planned) {
        return new Assessing(tracking, rules(), Policies.defaults())
                .assess(planned.recorded(), CountryCode.of(country), NOW);
    }

    private static Answer answer(InMemoryTracking tracking, String country, Reports planned) {
        return ((Outcome.Answered) outcome(tracking, country, planned)).answer();
    }

    private static Answer answer(TestRegister register, String country, Reports planned) {
        return answer(new InMemoryTracking(register), country, planned);
    }

    private static void apply(InMemoryTracking tracking, Instant at, Reports... reports) {
        new CustomsEventProcessing(tracking, new Judging(rules(), Policies.defaults()), Clock.fixed(at, ZoneOffset.UTC))
                .apply(Stream.of(reports).map(Reports::recorded).toList());
    }

    private static Reports planned() {
        return export("KR").named("E-1").ucr("U-1").at("2026-03-09T00:00:00Z").kg("800", "hcfc-22");
    }

    private static TestRegister demanding() {
        return TestRegister.covering("KR", "TH")
                .demanding("TH", "import-licence", "import", "hcfc-22", "2020-01-01")
                .demanding("KR", "export-licence", "export", "hcfc-22", "2020-01-01")
                .with("TH/2026/C-I", Granted.quota("TH", 2026, "C-I", "import").kg("700"))
                .holding(Judged.licence("TH", "L-1", "hcfc-22", "1000"));
    }

    private static LicenceFact between(LicenceFact licence, String exporter, String importer) {
        return new LicenceFact(
                licence.issuer(),
                licence.number(),
                licence.kind(),
                licence.state(),
                licence.holder(),
                licence.counterpart(),
                licence.commodity(),
                licence.massKg(),
                licence.odpTonnes(),
                licence.co2eTonnes(),
                licence.units(),
                licence.validFrom(),
                licence.validUntil(),
                licence.use(),
                CountryCode.of(exporter),
                CountryCode.of(importer),
                licence.intendedUse(),
                licence.condition(),
                licence.form(),
                licence.agent(),
                licence.ports(),
                licence.consultation());
    }

    private static List<String> rules(Answer answer) {
        return answer.findings().stream()
                .map(finding -> finding.rule().value())
                .distinct()
                .toList();
    }

    private static List<String> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.subject() + " " + finding.severity() + " "
                        + finding.sentence() + finding.expected() + finding.observed() + finding.evidence())
                .sorted()
                .toList();
    }

    @Test
    void finds_what_is_found_when_the_same_consignment_is_reported() {
        List<Reports> consignments = List.of(
                planned(),
                planned().citing("TH/L-1"),
                planned().citing("TH/L-2"),
                planned().citing("TH/X-999"),
                planned().citing("TH/L-1").kg("500", "hcfc-22").in("KRSU5012349"),
                planned().kg("800", "cfc-12").to("TH-9").from("KR-9"));
        for (Reports consignment : consignments) {
            InMemoryTracking tracking = new InMemoryTracking(demanding());
            List<Answer> answers = new ArrayList<>();
            answers.add(answer(tracking, "TH", consignment));
            answers.add(answer(tracking, "KR", consignment));
            apply(tracking, NOW, consignment);

            List<Finding> open = tracking.movements().iterator().next().open();
            assertThat(open).isNotEmpty();
            List<Finding> both = answers.stream()
                    .flatMap(answer -> answer.findings().stream())
                    .distinct()
                    .toList();
            assertThat(said(both)).isEqualTo(said(open));
            answers.forEach(answer -> assertThat(said(open)).containsAll(said(answer.findings())));
        }
    }

    @Test
    void records_and_tells_nothing() {
        InMemoryTracking tracking = new InMemoryTracking(demanding());

        answer(tracking, "KR", planned().citing("TH/L-1"));

        assertThat(tracking.movements()).isEmpty();
        assertThat(tracking.told()).isEmpty();
        assertThat(tracking.ledgers().accounts()).isEmpty();
        assertThat(tracking.ledgers().draws()).isEmpty();
    }

    @Test
    void says_what_would_be_left_and_that_it_would_be_too_much() {
        InMemoryTracking tracking = new InMemoryTracking(demanding());
        apply(
                tracking,
                NOW,
                planned().named("E-0").ucr("U-0").at("2026-03-01T00:00:00Z").citing("TH/L-1"));

        Answer answer = answer(tracking, "KR", planned().citing("TH/L-1"));

        assertThat(answer.balances()).hasSize(1);
        assertThat(answer.balances().getFirst().before().left().kg()).isEqualByComparingTo("200");
        assertThat(answer.balances().getFirst().after().left().kg()).isEqualByComparingTo("-600");
        assertThat(rules(answer)).contains("licence-overdrawn");
    }

    @Test
    void draws_once_what_has_been_reported_meanwhile() {
        InMemoryTracking tracking = new InMemoryTracking(demanding());
        apply(tracking, NOW, planned().citing("TH/L-1"));

        Answer answer = answer(tracking, "KR", planned().citing("TH/L-1"));

        assertThat(answer.balances().getFirst().after().left().kg()).isEqualByComparingTo("200");
        assertThat(rules(answer)).doesNotContain("licence-overdrawn");
    }

    @Test
    void lists_the_documents_that_the_states_on_the_way_demand() {
        assertThat(answer(demanding(), "KR", planned().citing("TH/L-1")).documents())
                .extracting(one ->
                        one.requirement().state() + " " + one.requirement().document() + " " + one.isCited())
                .containsExactlyInAnyOrder("TH import-licence true", "KR export-licence false");
    }

    @Test
    void tells_a_quota_to_its_party_alone() {
        Answer importing = answer(demanding(), "TH", planned());
        Answer exporting = answer(demanding(), "KR", planned());

        assertThat(rules(importing)).contains("quota-exceeded");
        assertThat(rules(exporting)).doesNotContain("quota-exceeded");
        assertThat(exporting.balances()).isEmpty();
        assertThat(exporting.notKnown())
                .filteredOn(one -> one.rule().equals("quota-exceeded"))
                .extracting(NotKnown::isWithheld)
                .containsExactly(true);
    }

    @Test
    void answers_alike_whether_a_record_that_does_not_name_the_country_exists_or_not() {
        LicenceFact others = between(Judged.licence("TH", "L-7", "hcfc-22", "1000"), "VN", "TH");
        Reports citing = planned().citing("TH/L-7");

        assertThat(answer(demanding().holding(others), "KR", citing)).isEqualTo(answer(demanding(), "KR", citing));
        assertThat(rules(answer(demanding(), "KR", citing))).contains("licence-near-miss");
        assertThat(rules(answer(demanding().holding(others), "TH", citing)))
                .doesNotContain("licence-near-miss", "licence-unknown");
    }

    @Test
    void offers_a_genuine_number_only_to_a_country_that_it_names() {
        TestRegister register = TestRegister.covering("KR", "TH")
                .holding(between(Judged.licence("TH", "L-7", "hcfc-22", "1000"), "VN", "TH"));
        Reports citing = planned().citing("TH/L-8");

        assertThat(rules(answer(register, "TH", citing))).contains("licence-near-miss");
        assertThat(rules(answer(register, "KR", citing)))
                .contains("licence-unknown")
                .doesNotContain("licence-near-miss");
    }

    @Test
    void says_nothing_of_licences_to_a_country_in_between() {
        Reports citing = planned().through("SG").citing("TH/L-1");
        TestRegister register = demanding().holding(Judged.licence("TH", "L-2", "hcfc-22", "10"));

        Answer genuine = answer(register, "SG", citing);
        Answer forged = answer(register, "SG", planned().through("SG").citing("TH/L-3"));

        assertThat(rules(genuine)).isEqualTo(rules(forged)).doesNotContain("licence-unknown", "licence-near-miss");
        assertThat(genuine.notKnown()).isEqualTo(forged.notKnown());
        assertThat(genuine.notKnown())
                .filteredOn(NotKnown::isWithheld)
                .extracting(NotKnown::rule)
                .contains("consent-refused", "licence-overdrawn", "quota-exceeded");
        assertThat(genuine.balances()).isEmpty();
    }

    @Test
    void looks_into_the_own_register_of_traders_alone() {
        Reports consignment = planned().from("KR-9").to("TH-9");

        assertThat(answer(demanding(), "TH", consignment).findings())
                .filteredOn(finding -> finding.rule().value().equals("trader-not-registered"))
                .extracting(Finding::subject)
                .containsExactly("TH/TH-9");
        TestRegister knowing = demanding().holding(Facts.trader("KR", "KR-9", "good", "2020-01-01", "2030-01-01"));
        assertThat(answer(knowing, "TH", consignment)).isEqualTo(answer(demanding(), "TH", consignment));
    }

    @Test
    void finds_what_is_watched_for_the_owner_and_those_it_shares_with() {
        TestRegister register = demanding()
                .holding(new WatchlistFact(
                        CountryCode.of("TH"),
                        "w-1",
                        "container",
                        "KRSU5012340",
                        "seen before",
                        null,
                        List.of(CountryCode.of("SG"))));
        Reports consignment = planned().through("SG").in("KRSU5012340");

        assertThat(rules(answer(register, "TH", consignment))).contains("watchlist-hit");
        assertThat(rules(answer(register, "SG", consignment))).contains("watchlist-hit");
        assertThat(answer(register, "KR", consignment)).isEqualTo(answer(demanding(), "KR", consignment));
    }

    @Test
    void joins_nothing_that_others_reported() {
        InMemoryTracking tracking = new InMemoryTracking(demanding());
        Answer before = answer(tracking, "KR", planned().in("KRSU5012340"));
        apply(
                tracking,
                NOW,
                report(CustomsEventType.IMPORT_CONFIRMED, "VN")
                        .between("CN", "VN")
                        .named("I-1")
                        .ucr("U-1")
                        .in("KRSU5012340")
                        .at("2026-03-09T00:00:00Z")
                        .kg("100", "cfc-12"));

        assertThat(answer(tracking, "KR", planned().in("KRSU5012340"))).isEqualTo(before);
    }

    @Test
    void answers_nobody_who_is_not_on_the_way() {
        assertThat(outcome(new InMemoryTracking(demanding()), "FR", planned())).isEqualTo(new Outcome.NotOnTheWay());
    }

    @Test
    void answers_the_union_of_a_country_on_the_way() {
        TestRegister register = demanding().union("EU", "DE", "FR");

        assertThat(outcome(new InMemoryTracking(register), "EU", planned().between("KR", "DE")))
                .isInstanceOf(Outcome.Answered.class);
    }
}
