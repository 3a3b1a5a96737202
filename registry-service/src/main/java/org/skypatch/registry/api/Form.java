package org.skypatch.registry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * A JSON object that is read field by field, so that every wrong field is named and not only the first. What cannot be
 * read answers 400, what can be read and cannot be answers 422.
 */
final class Form {

    /** The longest text of a field that is a name or a number. */
    static final int NAME = 300;

    /** The longest text of a field in free words. */
    static final int WORDS = 2_000;

    private final JsonNode body;
    private final String pointer;
    private final Wrongs wrongs;
    private final Set<String> read = new HashSet<>();
    private final List<Form> parts = new ArrayList<>();

    private static final class Wrongs {
        private final List<FieldProblem> unreadable = new ArrayList<>();
        private final List<FieldProblem> impossible = new ArrayList<>();
    }

    private Form(JsonNode body, String pointer, Wrongs wrongs) {
        this.body = body;
        this.pointer = pointer;
        this.wrongs = wrongs;
    }

    /**
     * The form in a request's body.
     *
     * @throws ProblemException 400 if it is no object
     */
    static Form of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(
                    EdgeProblem.MALFORMED,
                    "the body is not the JSON asked for",
                    List.of(new FieldProblem("", "must be an object")));
        }
        return new Form(body, "", new Wrongs());
    }

    /** A field that must be there; null if it is wrong, which {@link #finish} will answer. */
    <T> @Nullable T required(String name, Function<String, T> parse) {
        if (isAbsent(name)) {
            read.add(name);
            unreadable(name, "is required");
            return null;
        }
        return optional(name, parse);
    }

    /** A field that may be missing. */
    <T> @Nullable T optional(String name, Function<String, T> parse) {
        read.add(name);
        return isAbsent(name) ? null : parsed(body.get(name), at(name), NAME, parse);
    }

    /** A field in free words that must be there. */
    @Nullable
    String requiredWords(String name) {
        if (isAbsent(name)) {
            read.add(name);
            unreadable(name, "is required");
            return null;
        }
        return words(name);
    }

    /** A part of the path, which the body may repeat under this name. */
    <T> @Nullable T inPath(String name, String text, Function<String, T> parse) {
        return parsed(TextNode.valueOf(text), at(name), NAME, parse);
    }

    /** A field in free words. */
    @Nullable
    String words(String name) {
        read.add(name);
        return isAbsent(name) ? null : parsed(body.get(name), at(name), WORDS, Form::notBlank);
    }

    /** A mass, as a decimal string or a JSON number. */
    @Nullable
    Mass mass(String name) {
        read.add(name);
        JsonNode value = body.get(name);
        if (isAbsent(name)) {
            unreadable(name, "is required");
            return null;
        }
        if (!value.isNumber()) {
            return parsed(value, at(name), NAME, Mass::ofKilograms);
        }
        try {
            return new Mass(value.decimalValue());
        } catch (IllegalArgumentException e) {
            unreadable(name, reason(e));
            return null;
        }
    }

    /** A decimal amount that may be missing, as a text or a JSON number. */
    <T> @Nullable T amount(String name, Function<String, T> parse) {
        read.add(name);
        if (isAbsent(name)) {
            return null;
        }
        JsonNode value = body.get(name);
        return parsed(
                value.isNumber() ? TextNode.valueOf(written(value.decimalValue())) : value, at(name), NAME, parse);
    }

    /** Fields of a reading that say nothing when they are put back. */
    void shownOnly(String... names) {
        read.addAll(List.of(names));
    }

    private static String written(BigDecimal number) {
        boolean isHuge = Math.abs((long) number.scale()) > NAME || number.precision() > NAME;
        return isHuge ? number.toString() : number.toPlainString();
    }

    /** A mass that may be missing. */
    @Nullable
    Mass optionalMass(String name) {
        read.add(name);
        return isAbsent(name) ? null : mass(name);
    }

    /** A field that is an object and must be there; null if it is wrong, which {@link #finish} will answer. */
    @Nullable
    Form object(String name) {
        read.add(name);
        JsonNode value = body.get(name);
        if (isAbsent(name)) {
            unreadable(name, "is required");
            return null;
        }
        if (!value.isObject()) {
            unreadable(name, "must be an object");
            return null;
        }
        Form part = new Form(value, at(name), wrongs);
        parts.add(part);
        return part;
    }

    /** The values of a field that holds several; none if it is missing. */
    <T> List<T> list(String name, int most, Function<String, T> parse) {
        List<T> values = new ArrayList<>();
        List<JsonNode> elements = elements(name, most);
        for (int i = 0; i < elements.size(); i++) {
            T value = parsed(elements.get(i), at(name) + "/" + i, NAME, parse);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** The objects of a field that holds several; none if it is missing. */
    List<Form> forms(String name, int most) {
        List<Form> forms = new ArrayList<>();
        List<JsonNode> elements = elements(name, most);
        for (int i = 0; i < elements.size(); i++) {
            String place = at(name) + "/" + i;
            if (elements.get(i).isObject()) {
                forms.add(new Form(elements.get(i), place, wrongs));
            } else {
                wrongs.unreadable.add(new FieldProblem(place, "must be an object"));
            }
        }
        parts.addAll(forms);
        return forms;
    }

    /** Whether a field is there. */
    boolean has(String name) {
        return !isAbsent(name);
    }

    /** A whole number between bounds that may be missing. */
    @Nullable
    Integer whole(String name, int least, int most) {
        read.add(name);
        if (isAbsent(name)) {
            return null;
        }
        JsonNode value = body.get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            unreadable(name, "must be a whole number from " + least + " to " + most);
            return null;
        }
        return value.intValue();
    }

    /** A whole number between bounds that must be there. */
    @Nullable
    Integer requiredWhole(String name, int least, int most) {
        if (isAbsent(name)) {
            read.add(name);
            unreadable(name, "is required");
            return null;
        }
        return whole(name, least, most);
    }

    /** A yes or no that may be missing. */
    @Nullable
    Boolean yes(String name) {
        read.add(name);
        if (isAbsent(name)) {
            return null;
        }
        if (!body.get(name).isBoolean()) {
            unreadable(name, "must be true or false");
            return null;
        }
        return body.get(name).booleanValue();
    }

    /** Notes a field, or an element of it, that can be read and cannot be. */
    void impossible(String place, String detail) {
        wrongs.impossible.add(new FieldProblem(pointer + "/" + place, detail));
    }

    /** Notes that the field must say what the path says already, if it is sent at all. */
    void mustEqual(String name, Object inPath) {
        String value = optional(name, Form::notBlank);
        if (value != null && !value.equals(inPath.toString())) {
            impossible(name, "must be " + inPath + " as in the path, or be left out");
        }
    }

    /** Notes an end before its beginning. */
    void inOrder(@Nullable LocalDate from, String untilName, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            impossible(untilName, "must not be before " + from);
        }
    }

    /** Whether nothing wrong has been found yet. */
    boolean isGoodSoFar() {
        return wrongs.unreadable.isEmpty() && wrongs.impossible.isEmpty();
    }

    /**
     * What the form says.
     *
     * @throws ProblemException 400 or 422 naming every wrong field
     */
    <T> T finish(Supplier<T> made) {
        noteUnknownFields();
        List<FieldProblem> all = new ArrayList<>(wrongs.unreadable);
        all.addAll(wrongs.impossible);
        if (!wrongs.unreadable.isEmpty()) {
            throw new ProblemException(EdgeProblem.MALFORMED, "some fields cannot be read", all);
        }
        if (!all.isEmpty()) {
            throw new ProblemException(EdgeProblem.IMPOSSIBLE, "some fields cannot be so", all);
        }
        return made.get();
    }

    private void noteUnknownFields() {
        body.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                unreadable(name, "is not a field of this record");
            }
        });
        parts.forEach(Form::noteUnknownFields);
    }

    private List<JsonNode> elements(String name, int most) {
        read.add(name);
        if (isAbsent(name)) {
            return List.of();
        }
        JsonNode value = body.get(name);
        if (!value.isArray()) {
            unreadable(name, "must be an array");
            return List.of();
        }
        if (value.size() > most) {
            unreadable(name, "must hold at most " + most);
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    private <T> @Nullable T parsed(JsonNode value, String place, int longest, Function<String, T> parse) {
        try {
            if (!value.isTextual()) {
                throw new IllegalArgumentException("must be a text");
            }
            return parse.apply(Texts.plain(value.textValue(), longest));
        } catch (IllegalArgumentException | DateTimeException e) {
            wrongs.unreadable.add(new FieldProblem(place, reason(e)));
            return null;
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof DateTimeException || e.getMessage() == null
                ? "must be a date such as 2026-12-31"
                : e.getMessage();
    }

    /** A text that says something. */
    static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text.strip();
    }

    /** A day that databases and calendars agree on. */
    static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new IllegalArgumentException("must be between 1900 and 2999");
        }
        return day;
    }

    /** One of a few labels. */
    static Function<String, String> oneOf(String... labels) {
        return text -> {
            if (!List.of(labels).contains(text)) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", labels));
            }
            return text;
        };
    }

    private boolean isAbsent(String name) {
        return !body.hasNonNull(name);
    }

    /** Notes a field that cannot be read. */
    void unreadable(String name, String detail) {
        wrongs.unreadable.add(new FieldProblem(at(name), detail));
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
