package org.skypatch.registry.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** No sequence of calls leaves the table of domain.md §7, as it is written down here once more by hand. */
class LicenceTableTest {

    private static final Map<LicenceState, Set<LicenceState>> TABLE = new EnumMap<>(Map.of(
            LicenceState.APPLIED, Set.of(LicenceState.ISSUED, LicenceState.REFUSED),
            LicenceState.ISSUED, Set.of(LicenceState.SUSPENDED, LicenceState.EXPIRED, LicenceState.REVOKED),
            LicenceState.SUSPENDED, Set.of(LicenceState.ISSUED),
            LicenceState.REFUSED, Set.of(),
            LicenceState.EXPIRED, Set.of(),
            LicenceState.REVOKED, Set.of()));

    /** A call: a put with a state that the caller says, or a move. */
    sealed interface Call {}

    record Put(@Nullable LicenceState said, String massKg) implements Call {}

    record Move(LicenceMove move) implements Call {}

    @Property(tries = 2_000)
    void no_sequence_of_calls_leaves_the_table(@ForAll("sequences") List<Call> calls) {
        Optional<LicenceFact> licence = Optional.empty();
        for (Call call : calls) {
            Optional<LicenceFact> before = licence;
            Decision<LicenceFact> decision = decide(before, call);
            switch (decision) {
                case Decision.Become<LicenceFact>(LicenceFact after) -> {
                    if (before.isEmpty()) {
                        assertThat(after.state()).isIn(LicenceState.APPLIED, LicenceState.ISSUED);
                    } else if (after.state() != before.get().state()) {
                        assertThat(call).isInstanceOf(Move.class);
                        assertThat(TABLE.get(before.get().state())).contains(after.state());
                    } else if (TABLE.get(before.get().state()).isEmpty()) {
                        assertThat(after).isEqualTo(before.get());
                    }
                    licence = Optional.of(after);
                }
                case Decision.Refuse<LicenceFact>(Refusal.NotFromThisState(String present, List<String> allowed)) -> {
                    assertThat(present).isEqualTo(before.orElseThrow().state().label());
                    assertThat(allowed).hasSize((int) TABLE.get(before.get().state()).stream()
                            .filter(state -> state != LicenceState.EXPIRED)
                            .count());
                }
                case Decision.Refuse<LicenceFact>(Refusal refusal) ->
                    assertThat(refusal).isInstanceOfAny(Refusal.Missing.class, Refusal.FixedField.class);
            }
        }
    }

    @Property(tries = 500)
    void every_state_of_the_table_can_be_reached_by_calls_alone(@ForAll LicenceState state) {
        List<Call> path =
                switch (state) {
                    case APPLIED -> List.of(new Put(LicenceState.APPLIED, "1"));
                    case ISSUED -> List.of(new Put(LicenceState.APPLIED, "1"), new Move(LicenceMove.ISSUE));
                    case REFUSED -> List.of(new Put(LicenceState.APPLIED, "1"), new Move(LicenceMove.REFUSE));
                    case SUSPENDED -> List.of(new Put(null, "1"), new Move(LicenceMove.SUSPEND));
                    case EXPIRED -> List.of(new Put(null, "1"), new Move(LicenceMove.EXPIRE));
                    case REVOKED -> List.of(new Put(null, "1"), new Move(LicenceMove.REVOKE));
                };
        Optional<LicenceFact> licence = Optional.empty();
        for (Call call : path) {
            licence = Optional.of(((Decision.Become<LicenceFact>) decide(licence, call)).fact());
        }

        assertThat(licence.orElseThrow().state()).isEqualTo(state);
    }

    @Provide
    Arbitrary<List<Call>> sequences() {
        List<Call> calls = new ArrayList<>();
        Stream.of(LicenceMove.values()).forEach(move -> calls.add(new Move(move)));
        for (String massKg : List.of("1", "2")) {
            calls.add(new Put(null, massKg));
            Stream.of(LicenceState.values()).forEach(said -> calls.add(new Put(said, massKg)));
        }
        return Arbitraries.of(calls).list().ofMinSize(1).ofMaxSize(25);
    }

    private static Decision<LicenceFact> decide(Optional<LicenceFact> present, Call call) {
        Set<Competence> ozone = Set.of(Competence.OZONE);
        return switch (call) {
            case Put put ->
                LicenceDecisions.put(
                        present,
                        SomeLicence.anImport().massKg(put.massKg()).build(),
                        put.said(),
                        SomeLicence.AUTHORITY,
                        commodity -> ozone);
            case Move move -> LicenceDecisions.move(present, move.move(), SomeLicence.AUTHORITY, commodity -> ozone);
        };
    }
}
