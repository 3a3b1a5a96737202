package org.skypatch.registry.rotterdam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.ImportResponseFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;

class ImportResponseDecisionsTest {

    enum Kind {
        NONE,
        INTERIM,
        FINAL;

        private String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Property(tries = 1000)
    void never_unsays_an_answer(@ForAll @Size(max = 12) List<Kind> puts) {
        Optional<ImportResponseFact> now = Optional.empty();
        for (Kind kind : puts) {
            Kind before = now.map(fact -> Kind.valueOf(fact.response().toUpperCase(java.util.Locale.ROOT)))
                    .orElse(Kind.NONE);
            Decision<ImportResponseFact> decision =
                    ImportResponseDecisions.put(now, response(kind.label(), null, List.of()), caller(Competence.PIC));
            if (decision instanceof Decision.Become<ImportResponseFact>(ImportResponseFact next)) {
                assertThat(kind.ordinal()).isGreaterThanOrEqualTo(before.ordinal());
                now = Optional.of(next);
            } else {
                assertThat(kind.ordinal()).isLessThan(before.ordinal());
            }
        }
    }

    @Test
    void is_given_by_the_competent_authority_alone() {
        assertThat(ImportResponseDecisions.put(
                        Optional.empty(), response("final", "consent", List.of()), caller(Competence.OZONE)))
                .isInstanceOf(Decision.Refuse.class);
    }

    @Test
    void names_the_decision_and_its_conditions_where_they_belong() {
        assertThat(ImportResponseDecisions.wrong(response("final", "consent", List.of())))
                .isEmpty();
        assertThat(ImportResponseDecisions.wrong(response("final", null, List.of())))
                .hasValueSatisfying(wrong -> assertThat(wrong.pointer()).isEqualTo("/decision"));
        assertThat(ImportResponseDecisions.wrong(response("none", "consent", List.of())))
                .hasValueSatisfying(wrong -> assertThat(wrong.pointer()).isEqualTo("/decision"));
        assertThat(ImportResponseDecisions.wrong(response("interim", "consent-with-conditions", List.of())))
                .hasValueSatisfying(wrong -> assertThat(wrong.pointer()).isEqualTo("/conditions"));
        assertThat(ImportResponseDecisions.wrong(response("interim", "no-consent", List.of("by rail"))))
                .hasValueSatisfying(wrong -> assertThat(wrong.pointer()).isEqualTo("/conditions"));
    }

    private static ImportResponseFact response(String kind, @Nullable String decision, List<String> conditions) {
        return new ImportResponseFact(
                CountryCode.of("TH"),
                CommodityId.of("alachlor"),
                kind,
                decision,
                conditions,
                LocalDate.of(2026, 1, 1),
                null,
                null);
    }

    private static Caller caller(Competence competence) {
        return new Caller(
                AdministrationId.of("TH-ca"), CountryCode.of("TH"), null, Set.of(Role.AUTHORITY), Set.of(competence));
    }
}
