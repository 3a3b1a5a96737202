package org.skypatch.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.contracts.registry.ConsultationState.CONFIRMED;
import static org.skypatch.contracts.registry.ConsultationState.INFORMATION_ASKED;
import static org.skypatch.contracts.registry.ConsultationState.NOT_SUPPORTED;
import static org.skypatch.contracts.registry.ConsultationState.REQUESTED;
import static org.skypatch.contracts.registry.ConsultationState.SUPERSEDED;
import static org.skypatch.contracts.registry.ConsultationState.UNANSWERED;
import static org.skypatch.contracts.registry.ConsultationState.WITHDRAWN;
import static org.skypatch.contracts.registry.ConsultationState.WITH_CONDITIONS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.ConsultationState;

class ConsultationMoveTest {

    @Test
    void leads_where_the_table_says_and_nowhere_else() {
        Map<ConsultationState, Set<ConsultationState>> reached = new EnumMap<>(ConsultationState.class);
        for (ConsultationState state : ConsultationState.values()) {
            Set<ConsultationState> next = Arrays.stream(ConsultationMove.values())
                    .flatMap(move -> move.from(state).stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConsultationState.class)));
            if (!next.isEmpty()) {
                reached.put(state, next);
            }
        }

        assertThat(reached)
                .containsOnly(
                        Map.entry(
                                REQUESTED,
                                EnumSet.of(
                                        INFORMATION_ASKED,
                                        CONFIRMED,
                                        WITH_CONDITIONS,
                                        NOT_SUPPORTED,
                                        WITHDRAWN,
                                        UNANSWERED,
                                        SUPERSEDED)),
                        Map.entry(INFORMATION_ASKED, EnumSet.of(REQUESTED, NOT_SUPPORTED, WITHDRAWN, SUPERSEDED)));
    }

    @Test
    void tells_each_side_what_it_may_do() {
        assertThat(ConsultationMove.allowedIn(REQUESTED, Side.ASKED))
                .containsExactly("ask", "confirm", "not-supported");
        assertThat(ConsultationMove.allowedIn(REQUESTED, Side.ASKING)).containsExactly("withdraw", "supersede");
        assertThat(ConsultationMove.allowedIn(INFORMATION_ASKED, Side.ASKED)).containsExactly("not-supported");
        assertThat(ConsultationMove.allowedIn(INFORMATION_ASKED, Side.ASKING))
                .containsExactly("reply", "withdraw", "supersede");
        assertThat(ConsultationMove.allowedIn(CONFIRMED, Side.ASKED)).isEmpty();
    }
}
