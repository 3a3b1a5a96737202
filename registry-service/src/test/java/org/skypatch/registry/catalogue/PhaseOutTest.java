package org.skypatch.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseOutTest {

    private static final List<Listed.PhaseOutStep> STEPS = List.of(
            step("C-I", 2015, "90"), step("C-I", 2013, "100"), step("C-I", 2030, "2.5"), step("F", 2024, "100"));

    @Test
    void holds_a_step_until_the_next_one() {
        assertThat(inForce(2029)).first().satisfies(held -> {
            assertThat(held.group()).isEqualTo("C-I");
            assertThat(held.allowedPercent()).isEqualByComparingTo("90");
            assertThat(held.since()).isEqualTo(2015);
            assertThat(held.nextYear()).isEqualTo(2030);
            assertThat(held.nextPercent()).isEqualByComparingTo("2.5");
        });
        assertThat(inForce(2030).getFirst().nextYear()).isNull();
    }

    @Test
    void holds_nothing_before_the_first_step_or_for_another_class() {
        assertThat(inForce(2012)).isEmpty();
        assertThat(PhaseOut.inForce(STEPS, "non-article5", 2029, Map.of())).isEmpty();
    }

    @Test
    void says_whether_the_party_is_bound_and_guesses_nothing() {
        assertThat(inForce(2029)).extracting(PhaseOut.Held::bound).containsExactly("y", "unknown");
    }

    private static List<PhaseOut.Held> inForce(int year) {
        return PhaseOut.inForce(STEPS, "article5-group1", year, Map.of("montreal.amendmentsToBeijing", "y"));
    }

    private static Listed.PhaseOutStep step(String group, int year, String percent) {
        return new Listed.PhaseOutStep(group, "article5-group1", year, new BigDecimal(percent), "consumption", null);
    }
}
