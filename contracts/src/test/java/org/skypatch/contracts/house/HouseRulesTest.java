package org.skypatch.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {

    private static final String CAPTIONS = "every package has a caption";

    @ParameterizedTest(name = "{0} breaks: {1}")
    @CsvSource({
        "foreign,     no service depends on another",
        "root,        the root package holds the wiring only",
        "purity,      core is pure",
        "layers,      core is pure",
        "transaction, of the core only process knows transactions",
        "apart,       edges do not import each other",
        "web,         REST stays at its edges",
        "persistence, persistence stays at its edges",
        "messaging,   messaging stays in stream",
        "scheduling,  schedules stay in schedule",
        "cycles,      packages have no cycles",
        "wallclock,   core takes its time from a clock",
        "chance,      core takes its time from a clock",
        "injection,   nothing is injected into fields",
        "names,       names say what a class is",
        "access,      every REST method says who may call it",
    })
    void finds_a_guilty_fixture_guilty_of_its_own_rule_alone(String fixture, String rule) {
        assertThat(brokenBy(fixture)).containsExactlyInAnyOrder(rule, CAPTIONS);
    }

    @Test
    void finds_a_package_without_caption() {
        assertThat(brokenBy("captions")).containsExactly(CAPTIONS);
    }

    @Test
    void finds_a_table_row_in_the_core_impure_and_out_of_place() {
        assertThat(brokenBy("entity"))
                .containsExactlyInAnyOrder("core is pure", "persistence stays at its edges", CAPTIONS);
    }

    @Test
    void has_a_guilty_fixture_for_every_rule() {
        Set<String> found = List.of(
                        "foreign",
                        "root",
                        "purity",
                        "transaction",
                        "apart",
                        "web",
                        "persistence",
                        "messaging",
                        "scheduling",
                        "cycles",
                        "wallclock",
                        "injection",
                        "names",
                        "access")
                .stream()
                .flatMap(fixture -> brokenBy(fixture).stream())
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(HouseRules.of("org.skypatch.any").all().keySet());
    }

    private static Set<String> brokenBy(String fixture) {
        String base = "org.skypatch.guilty." + fixture;
        JavaClasses classes = new ClassFileImporter().importPackages(base);
        assertThat(classes).isNotEmpty();
        return HouseRules.of(base).all().entrySet().stream()
                .filter(rule -> rule.getValue().evaluate(classes).hasViolation())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
