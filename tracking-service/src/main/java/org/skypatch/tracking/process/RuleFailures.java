package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.skypatch.contracts.finding.RuleCode;

/** Rules that threw, and on which movements: what they had found before stays until they can judge again. */
public interface RuleFailures {

    /**
     * The movements on which one rule stands failed.
     *
     * @param versions those of the rule that failed
     * @param count how many movements
     * @param newest the one that failed last
     */
    record Failed(
            String rule,
            List<Integer> versions,
            long count,
            UUID newest,
            Instant failedAt,
            String exception,
            String message,
            String place) {}

    /** One line for every rule that stands failed somewhere, the one that failed last first. */
    List<Failed> standing();

    /**
     * Has the movements judged again, in the background, on which the rule stands failed.
     *
     * @return how many
     */
    int judgeAgain(RuleCode rule);

    /**
     * The same for rules that have another version by now.
     *
     * @param current the versions in force
     */
    int judgeAgainOtherThan(Map<RuleCode, Integer> current);
}
