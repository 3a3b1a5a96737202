package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of the phase-out schedules that hold in a year. */
public final class PhaseOut {

    private PhaseOut() {}

    /**
     * What a Party of a class is held to in a year.
     *
     * @param allowedPercent of its baseline
     * @param since the calendar year from which this step holds
     * @param nextYear the year of the next step; none if this is the last
     * @param nextPercent what the next step allows
     * @param bound y if the Party is bound by the amendment that controls the group, else n or unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            String group,
            String measure,
            BigDecimal allowedPercent,
            int since,
            @Nullable Integer nextYear,
            @Nullable BigDecimal nextPercent,
            String bound,
            @Nullable String note) {}

    /**
     * The steps in force, by group and measure; none of a group that is not controlled yet.
     *
     * @param status what is known of the Party, as {@code PartyFact} says it
     */
    public static List<Held> inForce(
            List<Listed.PhaseOutStep> steps, String partyClass, int year, Map<String, String> status) {
        Map<String, List<Listed.PhaseOutStep>> schedules = steps.stream()
                .filter(step -> step.partyClass().equals(partyClass))
                .sorted(Comparator.comparingInt(Listed.PhaseOutStep::year))
                .collect(Collectors.groupingBy(
                        step -> step.group() + " " + step.measure(), TreeMap::new, Collectors.toList()));
        List<Held> held = new ArrayList<>();
        for (List<Listed.PhaseOutStep> schedule : schedules.values()) {
            int next =
                    (int) schedule.stream().filter(step -> step.year() <= year).count();
            if (next > 0) {
                Listed.PhaseOutStep now = schedule.get(next - 1);
                Listed.PhaseOutStep later = next < schedule.size() ? schedule.get(next) : null;
                held.add(new Held(
                        now.group(),
                        now.measure(),
                        now.allowedPercent(),
                        now.year(),
                        later == null ? null : later.year(),
                        later == null ? null : later.allowedPercent(),
                        bound(now.group(), status),
                        now.note()));
            }
        }
        return held;
    }

    private static String bound(String group, Map<String, String> status) {
        String by =
                switch (group.charAt(0)) {
                    case 'A' -> "montreal";
                    case 'F' -> "montreal.kigali";
                    default -> "montreal.amendmentsToBeijing";
                };
        return status.getOrDefault(by, "unknown");
    }
}
