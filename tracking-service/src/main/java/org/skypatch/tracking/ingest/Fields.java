package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.Mass;

/** Reads the fields of one JSON object, collects what is wrong by JSON pointer, and remembers what nobody asked for. */
final class Fields {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ITEMS = 1_000;

    private final @Nullable JsonNode object;
    private final String pointer;
    private final List<FieldProblem> problems;
    private final Map<String, Object> unknown;
    private final Set<String> asked = new HashSet<>();

    private Fields(
            @Nullable JsonNode object, String pointer, List<FieldProblem> problems, Map<String, Object> unknown) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
        this.unknown = unknown;
    }

    static Fields of(JsonNode object, List<FieldProblem> problems) {
        return new Fields(object, "", problems, new HashMap<>());
    }

    void problem(String field, String detail) {
        problems.add(new FieldProblem(at(field), detail));
    }

    private String at(String field) {
        return field.isEmpty()
                ? pointer
                : pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    String pointer(String field) {
        return at(field);
    }

    private @Nullable JsonNode node(String field) {
        asked.add(field);
        JsonNode node = object == null ? null : object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    boolean has(String field) {
        return node(field) != null;
    }

    /** The fields of a nested object; of nothing, if it is missing. */
    Fields object(String field) {
        JsonNode node = node(field);
        if (node != null && !node.isObject()) {
            problem(field, "must be an object");
            node = null;
        }
        return new Fields(node, at(field), problems, unknown);
    }

    boolean isPresent() {
        return object != null;
    }

    /** Each object of a list. */
    <T> List<T> objects(String field, Function<Fields, @Nullable T> read) {
        List<T> list = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(field)) {
            String place = at(field) + "/" + index++;
            if (!item.isObject()) {
                problems.add(new FieldProblem(place, "must be an object"));
                continue;
            }
            Fields fields = new Fields(item, place, problems, unknown);
            T value = read.apply(fields);
            fields.rememberUnknown();
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    /** Each text of a list. */
    <T> List<T> texts(String field, Function<String, T> read) {
        List<T> list = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(field)) {
            String place = at(field) + "/" + index++;
            if (!item.isTextual()) {
                problems.add(new FieldProblem(place, "must be a text"));
            } else {
                value(place, item.textValue(), LONGEST_TEXT, read).ifPresent(list::add);
            }
        }
        return list;
    }

    private Iterable<JsonNode> items(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            problem(field, "must be a list");
            return List.of();
        }
        if (node.size() > MOST_ITEMS) {
            problem(field, "must have at most " + MOST_ITEMS + " items");
            return List.of();
        }
        return node;
    }

    @Nullable
    String text(String field, int longest) {
        return text(field, longest, Function.identity());
    }

    /** A text, read as a value; what the value's constructor refuses is a problem of the field. */
    <T> @Nullable T text(String field, int longest, Function<String, T> read) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            problem(field, "must be a text");
            return null;
        }
        return value(at(field), node.textValue(), longest, read).orElse(null);
    }

    private <T> Optional<T> value(String place, String text, int longest, Function<String, T> read) {
        if (text.length() > longest) {
            problems.add(new FieldProblem(place, "must have at most " + longest + " characters"));
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** A text that must be there. */
    <T> @Nullable T required(String field, int longest, Function<String, T> read) {
        if (!has(field)) {
            problem(field, "is required");
            return null;
        }
        return text(field, longest, read);
    }

    /** A mass as a decimal string, or as a JSON number read as a decimal. */
    @Nullable
    Mass mass(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        try {
            if (node.isTextual()) {
                return Mass.ofKilograms(node.textValue());
            }
            if (node.isNumber()) {
                return new Mass(node.decimalValue());
            }
            problem(field, "must be a decimal number of kilograms such as 13.6");
        } catch (IllegalArgumentException | ArithmeticException e) {
            problem(field, String.valueOf(e.getMessage()));
        }
        return null;
    }

    @Nullable
    BigDecimal decimal(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isNumber()
                && node.decimalValue().precision() <= 24
                && Math.abs(node.decimalValue().scale()) <= 18) {
            return node.decimalValue();
        }
        if (node.isTextual() && node.textValue().matches("-?[0-9]{1,18}(\\.[0-9]{1,6})?")) {
            return new BigDecimal(node.textValue());
        }
        problem(field, "must be a decimal number");
        return null;
    }

    @Nullable
    Integer integer(String field, int least) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least) {
            return node.intValue();
        }
        if (node.isTextual() && node.textValue().matches("[0-9]{1,9}") && Integer.parseInt(node.textValue()) >= least) {
            return Integer.parseInt(node.textValue());
        }
        problem(field, "must be a whole number from " + least);
        return null;
    }

    @Nullable
    Boolean bool(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        problem(field, "must be true or false");
        return null;
    }

    /** A time with offset. */
    @Nullable
    OffsetDateTime time(String field) {
        return text(field, 64, text -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (time.getYear() < 1900 || time.getYear() > 2200) {
                    throw new IllegalArgumentException("must be a time between 1900 and 2200");
                }
                return time;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("must be a time with offset such as 2026-03-02T09:30:00+09:00", e);
            }
        });
    }

    /** Keeps the fields of this object that nobody asked for, as they came. */
    void rememberUnknown() {
        if (object == null) {
            return;
        }
        object.properties().forEach(field -> {
            if (!asked.contains(field.getKey())) {
                unknown.put(at(field.getKey()), plain(field.getValue()));
            }
        });
    }

    private static Object plain(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    Map<String, Object> unknown() {
        return unknown;
    }
}
