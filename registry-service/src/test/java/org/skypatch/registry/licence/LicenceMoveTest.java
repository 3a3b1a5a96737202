package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.contracts.registry.LicenceState.APPLIED;
import static org.skypatch.contracts.registry.LicenceState.EXPIRED;
import static org.skypatch.contracts.registry.LicenceState.ISSUED;
import static org.skypatch.contracts.registry.LicenceState.REFUSED;
import static org.skypatch.contracts.registry.LicenceState.REVOKED;
import static org.skypatch.contracts.registry.LicenceState.SUSPENDED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skypatch.contracts.registry.LicenceState;

class LicenceMoveTest {

    @Test
    void leads_where_the_table_says_and_nowhere_else() {
        Map<LicenceState, Set<LicenceState>> reached = new EnumMap<>(LicenceState.class);
        for (LicenceState state : LicenceState.values()) {
            reached.put(
                    state,
                    Arrays.stream(LicenceMove.values())
                            .flatMap(move -> move.from(state).stream())
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(LicenceState.class))));
        }

        assertThat(reached)
                .containsEntry(APPLIED, EnumSet.of(ISSUED, REFUSED))
                .containsEntry(ISSUED, EnumSet.of(SUSPENDED, EXPIRED, REVOKED))
                .containsEntry(SUSPENDED, EnumSet.of(ISSUED))
                .containsEntry(REFUSED, EnumSet.noneOf(LicenceState.class))
                .containsEntry(EXPIRED, EnumSet.noneOf(LicenceState.class))
                .containsEntry(REVOKED, EnumSet.noneOf(LicenceState.class));
    }

    @ParameterizedTest
    @EnumSource(LicenceState.class)
    void allows_exactly_the_moves_that_lead_somewhere(LicenceState state) {
        assertThat(LicenceMove.allowedIn(state))
                .containsExactlyElementsOf(Arrays.stream(LicenceMove.values())
                        .filter(move -> move.from(state).isPresent())
                        .toList());
    }
}
