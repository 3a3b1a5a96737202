package org.skypatch.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.notification.testing.TaskStory;

class TaskTest {

    private final TaskStory story = TaskStory.forTheOzoneUnitOf("TH");

    @Test
    void stands_as_its_newest_message_says_in_any_order() {
        List<TaskChanged> messages = new ArrayList<>(
                List.of(story.opened(0), story.due(3), story.overdue(5), story.closed(6), story.opened(8)));
        Random chance = new Random(20260302);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(messages, chance);
            assertThat(after(messages)).isEqualTo(new Task(story.opened(8)));
        }
    }

    @Test
    void takes_the_later_state_where_two_messages_are_of_one_instant() {
        assertThat(after(List.of(story.closed(5), story.due(5), story.overdue(5))))
                .isEqualTo(new Task(story.closed(5)));
    }

    @Test
    void is_told_to_those_it_is_addressed_to() {
        assertThat(TaskStep.of(story.escalated(7, "TH-deputy", "Asia/Pacific")).toldTo())
                .extracting(AudienceKey::value)
                .containsExactly("administration:TH-deputy", "country:TH/ozone", "region:Asia/Pacific");
    }

    @Test
    void is_found_by_administration_competence_and_region_of_a_caller() {
        Caller unit = new Caller(
                AdministrationId.of("TH-nou"),
                CountryCode.of("TH"),
                null,
                Set.of(Role.AUTHORITY),
                Set.of(Competence.OZONE));
        Caller rilo = new Caller(AdministrationId.of("RILO-AP"), null, "Asia/Pacific", Set.of(Role.ANALYST), Set.of());

        assertThat(AudienceKey.ofTasks(unit))
                .extracting(AudienceKey::value)
                .containsExactly("administration:TH-nou", "country:TH", "country:TH/ozone");
        assertThat(AudienceKey.ofTasks(rilo))
                .extracting(AudienceKey::value)
                .containsExactly("administration:RILO-AP", "region:Asia/Pacific");
    }

    private static @Nullable Task after(List<TaskChanged> messages) {
        @Nullable Task task = null;
        for (TaskChanged message : messages) {
            task = Task.after(task, message);
        }
        return task;
    }
}
