package org.skypatch.tracking.finding.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;

/** How rules word their values: days in UTC, lists with commas. */
public final class Wording {

    private Wording() {}

    public static Sentence sentence(String key, SentenceArgument... arguments) {
        return new Sentence(key, List.copyOf(Arrays.asList(arguments)));
    }

    public static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    public static String list(Collection<?> values) {
        return values.isEmpty()
                ? "goods of unknown kind"
                : values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
