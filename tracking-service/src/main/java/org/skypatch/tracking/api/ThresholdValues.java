package org.skypatch.tracking.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.tracking.finding.Threshold;

/** Numbers of policy, and days, as requests write them. */
final class ThresholdValues {

    private ThresholdValues() {}

    /** The values by their thresholds; what is wrong with them is added to the problems. */
    static Map<Threshold, BigDecimal> read(
            @Nullable Map<String, BigDecimal> written, String pointer, List<FieldProblem> problems) {
        Map<Threshold, BigDecimal> values = new EnumMap<>(Threshold.class);
        if (written == null || written.isEmpty()) {
            problems.add(new FieldProblem(pointer, "must name at least one threshold"));
            return values;
        }
        new TreeMap<>(written).forEach((name, value) -> {
            String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Optional<Threshold> threshold = Threshold.parse(name);
            if (threshold.isEmpty()) {
                problems.add(new FieldProblem(place, "is no threshold"));
            } else if (value == null) {
                problems.add(new FieldProblem(place, "must be a number"));
            } else {
                threshold.get().problem(value).ifPresent(wrong -> problems.add(new FieldProblem(place, wrong)));
                values.put(threshold.get(), value);
            }
        });
        return values;
    }

    /** The values by their names. */
    static SortedMap<String, BigDecimal> write(Map<Threshold, BigDecimal> values) {
        SortedMap<String, BigDecimal> written = new TreeMap<>();
        values.forEach((threshold, value) -> written.put(threshold.label(), value));
        return written;
    }

    /** A day that must be given. */
    static LocalDate day(@Nullable String text, String pointer, List<FieldProblem> problems) {
        try {
            LocalDate day = text == null ? LocalDate.MIN : LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() <= 2199) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below, as of a day that is not given
        }
        problems.add(new FieldProblem(pointer, "must be a date, such as 2026-12-31"));
        return LocalDate.EPOCH;
    }
}
