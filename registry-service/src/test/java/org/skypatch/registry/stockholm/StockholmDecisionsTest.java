package org.skypatch.registry.stockholm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.CertificationFact;
import org.skypatch.contracts.registry.ExemptionFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.stockholm.ExemptionDecisions.State;

class StockholmDecisionsTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Property(tries = 2000)
    void no_sequence_of_puts_revives_an_exemption_that_has_ended(
            @ForAll @Size(max = 10) List<@IntRange(min = -20, max = 60) Integer> ends) {
        ExemptionFact now = exemption(START.plusDays(30));
        LocalDate today = START;
        for (int end : ends) {
            today = today.plusDays(7);
            LocalDate until = START.plusDays(Math.max(0, end));
            State before = State.of(now, today);
            Decision<ExemptionFact> decision =
                    ExemptionDecisions.put(Optional.of(now), exemption(until), caller("TH", Competence.POP), today);
            if (decision instanceof Decision.Become<ExemptionFact>(ExemptionFact next)) {
                assertThat(before.next()).contains(State.of(next, today));
                now = next;
            } else {
                assertThat(before).isEqualTo(State.ENDED);
            }
        }
    }

    @Test
    void asks_for_a_new_entry_for_another_chemical_and_for_the_competent_authority() {
        ExemptionFact known = exemption(null);
        ExemptionFact other = new ExemptionFact(
                known.country(), known.id(), CommodityId.of("ddt"), known.kind(), known.purpose(), START, null, null);

        assertThat(ExemptionDecisions.put(Optional.of(known), other, caller("TH", Competence.POP), START))
                .isInstanceOfSatisfying(Decision.Refuse.class, refuse -> assertThat(refuse.refusal())
                        .isInstanceOf(Refusal.FixedField.class));
        assertThat(ExemptionDecisions.put(Optional.empty(), known, caller("TH", Competence.PIC), START))
                .isEqualTo(new Decision.Refuse<>(new Refusal.OtherCompetence(Set.of(Competence.POP))));
    }

    enum Actor {
        EXPORTER,
        IMPORTER,
        STRANGER
    }

    @Property(tries = 1000)
    void is_sent_on_once_and_by_the_exporting_party_alone(@ForAll @Size(max = 8) List<Actor> actors) {
        CertificationFact now = certification();
        LocalDate today = START;
        for (Actor actor : actors) {
            today = today.plusDays(1);
            String country = actor == Actor.EXPORTER ? "CH" : actor == Actor.IMPORTER ? "US" : "JP";
            Decision<CertificationFact> decision =
                    CertificationDecisions.transmit(Optional.of(now), caller(country, Competence.POP), today);
            if (decision instanceof Decision.Become<CertificationFact>(CertificationFact next)) {
                assertThat(actor).isEqualTo(Actor.EXPORTER);
                assertThat(now.transmittedOn()).isNull();
                assertThat(next.transmittedOn()).isEqualTo(today);
                now = next;
            } else {
                assertThat(actor != Actor.EXPORTER || now.transmittedOn() != null)
                        .isTrue();
            }
        }
    }

    @Test
    void hides_a_certification_from_strangers_and_takes_one_a_year() {
        assertThat(CertificationDecisions.transmit(Optional.of(certification()), caller("JP", Competence.POP), START))
                .isEqualTo(new Decision.Refuse<>(new Refusal.Missing()));
        assertThat(CertificationDecisions.certify(
                        Optional.of(certification()), certification(), caller("CH", Competence.POP)))
                .isEqualTo(new Decision.Refuse<>(new Refusal.NotFromThisState("certified", List.of("transmit"))));
    }

    private static ExemptionFact exemption(@Nullable LocalDate until) {
        return new ExemptionFact(
                CountryCode.of("TH"),
                "E-1",
                CommodityId.of("lindane"),
                "specific-exemption",
                "head lice",
                START,
                until,
                null);
    }

    private static CertificationFact certification() {
        return new CertificationFact(
                "CH-US-ddt-2026",
                CountryCode.of("CH"),
                CountryCode.of("US"),
                CommodityId.of("ddt"),
                2026,
                "disease vector control",
                START,
                null,
                null);
    }

    private static Caller caller(String country, Competence competence) {
        return new Caller(
                AdministrationId.of(country + "-ca"),
                CountryCode.of(country),
                null,
                Set.of(Role.AUTHORITY),
                Set.of(competence));
    }
}
