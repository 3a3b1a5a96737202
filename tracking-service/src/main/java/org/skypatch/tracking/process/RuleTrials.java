package org.skypatch.tracking.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;

/** Trials as they are kept. One is worked on by one instance at a time: whoever claims it holds a lease that runs out. */
public interface RuleTrials {

    /** A trial to work on, and the lease under which its progress is kept. */
    record Claimed(RuleTrial trial, UUID lease) {}

    /**
     * Keeps a new trial.
     *
     * @param most how many unfinished ones its administration may have
     * @return whether it was kept
     */
    boolean add(RuleTrial trial, int most);

    Optional<RuleTrial> find(UUID id);

    /** Those of an administration, newest first, at most 100. */
    List<RuleTrial> of(AdministrationId askedBy);

    /** A trial that nobody works on, if there is one; of one that was left half-way, from where it was left. */
    Optional<Claimed> claim();

    /**
     * Keeps how far the trial has got, and the lease for longer.
     *
     * @return whether the lease still held; if not, another works on it, and nothing was kept
     */
    boolean keep(Claimed claimed);
}
