package org.skypatch.registry.licence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/** What an authority of the issuing country may make of a licence. */
public final class LicenceDecisions {

    private LicenceDecisions() {}

    /**
     * Puts a licence: a new one is issued, or applied for if the caller says so; a standing one keeps its state. What has
     * ended, or was refused, stays as it is.
     *
     * @param draft the licence as put; its state is not read
     * @param saidState the state that the caller wrote, if any; it must be the one the licence has
     * @param competences the competences that decide about a commodity
     */
    public static Decision<LicenceFact> put(
            Optional<LicenceFact> present,
            LicenceFact draft,
            @Nullable LicenceState saidState,
            Caller caller,
            Function<CommodityId, Set<Competence>> competences) {
        Optional<Decision<LicenceFact>> refused = present.flatMap(licence -> beyond(licence, caller, competences))
                .or(() -> beyond(draft, caller, competences));
        if (refused.isPresent()) {
            return refused.get();
        }
        LicenceState state = present.map(LicenceFact::state)
                .orElse(saidState == LicenceState.APPLIED ? LicenceState.APPLIED : LicenceState.ISSUED);
        if (saidState != null && saidState != state) {
            return new Decision.Refuse<>(new Refusal.FixedField(
                    "/state",
                    "is " + state.label() + "; it changes by issue, refuse, suspend, reinstate and revoke only"));
        }
        LicenceFact put = draft.in(state);
        if (LicenceMove.allowedIn(state).isEmpty()
                && present.filter(put::equals).isEmpty()) {
            return new Decision.Refuse<>(new Refusal.NotFromThisState(state.label(), List.of()));
        }
        return new Decision.Become<>(put);
    }

    /** Makes a move of the state table. */
    public static Decision<LicenceFact> move(
            Optional<LicenceFact> present,
            LicenceMove move,
            Caller caller,
            Function<CommodityId, Set<Competence>> competences) {
        if (present.isEmpty()) {
            return new Decision.Refuse<>(new Refusal.Missing());
        }
        LicenceFact licence = present.get();
        Optional<Decision<LicenceFact>> refused = beyond(licence, caller, competences);
        if (refused.isPresent()) {
            return refused.get();
        }
        return move.from(licence.state())
                .<Decision<LicenceFact>>map(next -> new Decision.Become<>(licence.in(next)))
                .orElseGet(() -> new Decision.Refuse<>(new Refusal.NotFromThisState(
                        licence.state().label(),
                        LicenceMove.allowedIn(licence.state()).stream()
                                .filter(LicenceMove::isMadeByAuthority)
                                .map(LicenceMove::label)
                                .toList())));
    }

    private static Optional<Decision<LicenceFact>> beyond(
            LicenceFact licence, Caller caller, Function<CommodityId, Set<Competence>> competences) {
        Set<Competence> needed = competences.apply(licence.commodity());
        return Competences.suffice(caller, needed)
                ? Optional.empty()
                : Optional.of(new Decision.Refuse<>(new Refusal.OtherCompetence(needed)));
    }
}
