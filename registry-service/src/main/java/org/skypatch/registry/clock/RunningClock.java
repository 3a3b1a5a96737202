package org.skypatch.registry.clock;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.registry.Addressee;

/**
 * A clock that runs on a record: somebody must act until an instant, and silence then has an effect.
 *
 * @param name its name within the record, such as {@code answer} or {@code decision/TH}; what fires once is not set again
 *     under the same name and the same due instant
 * @param limit the limit that it comes of, as {@code <scope>/<id>}
 * @param task what a person must do, such as {@code consultation-to-answer}
 * @param startedAt when the limit began to run
 * @param dueAt when it is up; never fires before
 * @param effect what silence does, as the limit says
 * @param duty who must act
 * @param sentence what is to be done, in words
 */
public record RunningClock(
        String name,
        String limit,
        String task,
        Instant startedAt,
        Instant dueAt,
        String effect,
        List<Addressee> duty,
        Sentence sentence) {
    public RunningClock {
        duty = List.copyOf(duty);
    }
}
