package org.skypatch.registry.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;

/**
 * The records of every kind that has no table of its own, by kind and name. Works within the caller's transaction, or in
 * one of its own.
 */
public interface Records {

    /** The record as it stands, whoever asks: the caller checks who may read it. */
    <F extends RegistryFact> Optional<Revised<F>> find(RecordKind<F> kind, String name);

    /** The record as it stands, if this country, or with none only every member, may read it. */
    <F extends RegistryFact> Optional<Revised<F>> find(RecordKind<F> kind, String name, Optional<CountryCode> reader);

    /**
     * Writes a record as {@code decide} says in sight of the record as it stands, keeps the version, tells it on the topic
     * and sets the record's clocks anew; all of it or nothing.
     *
     * @param reason why, in the author's words, where one is asked for
     */
    <F extends RegistryFact> Written<F> write(
            RecordKind<F> kind,
            String name,
            Author author,
            Precondition precondition,
            @Nullable String reason,
            Function<Optional<F>, Decision<F>> decide);

    /** What a reader may see, by name. */
    <F extends RegistryFact> List<Named<F>> list(RecordKind<F> kind, Question question);

    /** Every version of a record, oldest first. */
    <F extends RegistryFact> List<Version<F>> history(RecordKind<F> kind, String name);

    /**
     * What is asked for.
     *
     * @param reader the country that asks; with none, only what every member may read is found
     * @param prefix what the names begin with; any if empty
     * @param saying top-level texts and numbers that the records must hold, by field; any if empty
     * @param holding a value that a top-level list must hold, by field; any if empty
     * @param on a day on which the records must be in force by their {@code from} and {@code until}; any if empty
     * @param after the last name seen; from the first if empty
     * @param numbered whether the names end in numbers by which they are to be ordered: the shorter name first
     * @param limit most records
     */
    record Question(
            Optional<CountryCode> reader,
            String prefix,
            Map<String, Object> saying,
            Map<String, Object> holding,
            Optional<LocalDate> on,
            String after,
            boolean numbered,
            int limit) {

        public Question {
            saying = Map.copyOf(saying);
            holding = Map.copyOf(holding);
        }

        /** A question of any day. */
        public Question(
                Optional<CountryCode> reader,
                String prefix,
                Map<String, Object> saying,
                Map<String, Object> holding,
                String after,
                int limit) {
            this(reader, prefix, saying, holding, Optional.empty(), after, false, limit);
        }

        /** Everything of a kind that a reader may see. */
        public static Question of(Optional<CountryCode> reader, String after, int limit) {
            return new Question(reader, "", Map.of(), Map.of(), after, limit);
        }

        /** The same question of names that begin with this. */
        public Question beginning(String with) {
            return new Question(reader, with, saying, holding, on, after, numbered, limit);
        }

        /** The same question of records that say this. */
        public Question saying(Map<String, Object> fields) {
            return new Question(reader, prefix, fields, holding, on, after, numbered, limit);
        }

        /** The same question of records whose lists hold this. */
        public Question holding(Map<String, Object> fields) {
            return new Question(reader, prefix, saying, fields, on, after, numbered, limit);
        }

        /** The same question of records in force on a day. */
        public Question inForce(LocalDate day) {
            return new Question(reader, prefix, saying, holding, Optional.of(day), after, numbered, limit);
        }

        /** The same question of names after this one. */
        public Question after(String name) {
            return new Question(reader, prefix, saying, holding, on, name, numbered, limit);
        }

        /** The same question, answered in the order of the numbers in which the names end; all else in them must be one. */
        public Question byNumber() {
            return new Question(reader, prefix, saying, holding, on, after, true, limit);
        }
    }

    /** A record with its name. */
    record Named<F>(String name, Revised<F> record) {}
}
