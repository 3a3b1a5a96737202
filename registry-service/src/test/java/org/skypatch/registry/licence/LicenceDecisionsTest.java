package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class LicenceDecisionsTest {

    private static final Function<CommodityId, Set<Competence>> COMPETENCES =
            commodity -> Set.of(commodity.value().equals("a1160") ? Competence.BASEL : Competence.OZONE);

    @Test
    void issues_a_new_licence() {
        Decision<LicenceFact> decision = put(Optional.empty(), licence(LicenceState.ISSUED, "hcfc-22"), null);

        assertThat(decision).isEqualTo(new Decision.Become<>(licence(LicenceState.ISSUED, "hcfc-22")));
    }

    @Test
    void keeps_the_state_of_a_standing_licence() {
        Decision<LicenceFact> decision = put(
                Optional.of(licence(LicenceState.SUSPENDED, "hcfc-22")),
                licence(LicenceState.ISSUED, "hfc-134a"),
                LicenceState.SUSPENDED);

        assertThat(decision).isEqualTo(new Decision.Become<>(licence(LicenceState.SUSPENDED, "hfc-134a")));
    }

    @Test
    void refuses_another_state_in_the_body() {
        Decision<LicenceFact> decision = put(
                Optional.of(licence(LicenceState.SUSPENDED, "hcfc-22")),
                licence(LicenceState.ISSUED, "hcfc-22"),
                LicenceState.ISSUED);

        assertThat(refusal(decision)).isInstanceOf(Refusal.FixedField.class);
    }

    @Test
    void leaves_a_revoked_licence_as_it_is() {
        LicenceFact revoked = licence(LicenceState.REVOKED, "hcfc-22");

        assertThat(refusal(put(Optional.of(revoked), licence(LicenceState.ISSUED, "hfc-134a"), null)))
                .isEqualTo(new Refusal.NotFromThisState("revoked", List.of()));
        assertThat(put(Optional.of(revoked), licence(LicenceState.ISSUED, "hcfc-22"), null))
                .isEqualTo(new Decision.Become<>(revoked));
    }

    @Test
    void needs_the_competence_for_the_old_and_for_the_new_commodity() {
        assertThat(refusal(put(Optional.empty(), licence(LicenceState.ISSUED, "a1160"), null)))
                .isEqualTo(new Refusal.OtherCompetence(Set.of(Competence.BASEL)));
        assertThat(refusal(put(
                        Optional.of(licence(LicenceState.ISSUED, "a1160")),
                        licence(LicenceState.ISSUED, "hcfc-22"),
                        null)))
                .isEqualTo(new Refusal.OtherCompetence(Set.of(Competence.BASEL)));
        assertThat(refusal(move(Optional.of(licence(LicenceState.ISSUED, "a1160")), LicenceMove.REVOKE)))
                .isEqualTo(new Refusal.OtherCompetence(Set.of(Competence.BASEL)));
    }

    @Test
    void names_the_present_state_and_the_moves_that_a_caller_can_make() {
        assertThat(refusal(move(Optional.of(licence(LicenceState.ISSUED, "hcfc-22")), LicenceMove.REINSTATE)))
                .isEqualTo(new Refusal.NotFromThisState("issued", List.of("suspend", "revoke")));
    }

    @Test
    void moves_nothing_that_is_not_there() {
        assertThat(refusal(move(Optional.empty(), LicenceMove.SUSPEND))).isEqualTo(new Refusal.Missing());
    }

    @RepeatedTest(50)
    void no_sequence_of_moves_leaves_the_table() {
        Random random = new Random();
        LicenceFact licence = licence(LicenceState.APPLIED, "hcfc-22");
        for (int i = 0; i < 40; i++) {
            LicenceMove move = LicenceMove.values()[random.nextInt(LicenceMove.values().length)];
            LicenceState before = licence.state();
            if (move(Optional.of(licence), move) instanceof Decision.Become<LicenceFact>(LicenceFact next)) {
                assertThat(move.from(before)).contains(next.state());
                licence = next;
            } else {
                assertThat(move.from(before)).isEmpty();
            }
        }
    }

    private static Decision<LicenceFact> put(Optional<LicenceFact> present, LicenceFact draft, LicenceState saidState) {
        return LicenceDecisions.put(present, draft, saidState, ozoneUnit(), COMPETENCES);
    }

    private static Decision<LicenceFact> move(Optional<LicenceFact> present, LicenceMove move) {
        return LicenceDecisions.move(present, move, ozoneUnit(), COMPETENCES);
    }

    private static Refusal refusal(Decision<LicenceFact> decision) {
        return ((Decision.Refuse<LicenceFact>) decision).refusal();
    }

    private static Caller ozoneUnit() {
        return new Caller(
                AdministrationId.of("TH-nou"),
                CountryCode.of("TH"),
                null,
                Set.of(Role.OFFICER, Role.AUTHORITY),
                Set.of(Competence.OZONE));
    }

    private static LicenceFact licence(LicenceState state, String commodity) {
        return new LicenceFact(
                CountryCode.of("TH"),
                "TH-1",
                LicenceKind.IMPORT,
                state,
                TraderId.of("TH-01"),
                null,
                CommodityId.of(commodity),
                Mass.ofKilograms("60000"),
                null,
                null,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LicenceUse.MULTIPLE,
                CountryCode.of("KR"),
                CountryCode.of("TH"),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
