package org.skypatch.registry.clock;

import java.time.Instant;
import java.util.List;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.registry.Addressee;

/**
 * A clock that runs on a record: somebody must act until an instant, and silence then has an effect. It is a task of
 * people while it runs; its {@link #reminder}, its {@link #escalation} and its {@link #ending} are clocks of their own that
 * belong to the same task.
 *
 * @param name its name within the record, such as {@code answer} or {@code decision/TH}; {@code #} is kept for reminders,
 *     escalations and ends
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

    private static final String REMIND = "#remind";
    private static final String ESCALATE = "#escalate";
    private static final String END = "#end";

    public RunningClock {
        duty = List.copyOf(duty);
    }

    /** The clock that reminds of this one's task: {@code due} is told, the record stays as it is. */
    public RunningClock reminder(String byLimit, Instant at) {
        return new RunningClock(taskName() + REMIND, byLimit, task, startedAt, at, "remind", duty, sentence);
    }

    /** The clock that tells the deputies and the region of those who have not done this one's task. */
    public RunningClock escalation(String byLimit, Instant at) {
        return new RunningClock(taskName() + ESCALATE, byLimit, task, startedAt, at, "escalate", duty, sentence);
    }

    /** The clock that ends this one's task: what it comes to when reminding and escalating have moved nobody. */
    public RunningClock ending(String byLimit, Instant at, String endEffect) {
        return new RunningClock(taskName() + END, byLimit, task, startedAt, at, endEffect, duty, sentence);
    }

    /** Whether it only reminds of another clock's task. */
    public boolean reminds() {
        return name.endsWith(REMIND);
    }

    /** Whether it tells those above of another clock's task. */
    public boolean escalates() {
        return name.endsWith(ESCALATE);
    }

    /** Whether it ends another clock's task. */
    public boolean ends() {
        return name.endsWith(END);
    }

    /** Whether the task is its own. */
    public boolean leads() {
        return !reminds() && !escalates() && !ends();
    }

    /** The name of the clock whose task it belongs to; its own if it is no reminder or escalation. */
    public String taskName() {
        int end = name.indexOf('#');
        return end < 0 ? name : name.substring(0, end);
    }
}
