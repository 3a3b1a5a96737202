package org.skypatch.tracking.enquiry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an enquiry stands: asked, or the last answer to it. */
public enum EnquiryState {
    ASKED("asked"),
    /** It is being looked into; the clock runs on. */
    CHECKING("checking"),
    /** The asked administration wants the goods held should they come up elsewhere. */
    HOLD_REQUESTED("hold-requested"),
    /** There is no record of the goods: their silence is then no longer silence. */
    NO_RECORD("no-record"),
    /** The goods were seen there; the customs event itself is still to be reported. */
    ARRIVED("arrived");

    private static final Map<EnquiryState, Set<EnquiryState>> ALLOWED = new EnumMap<>(Map.of(
            ASKED, EnumSet.of(CHECKING, HOLD_REQUESTED, NO_RECORD, ARRIVED),
            CHECKING, EnumSet.of(HOLD_REQUESTED, NO_RECORD, ARRIVED),
            HOLD_REQUESTED, EnumSet.of(NO_RECORD, ARRIVED),
            NO_RECORD, EnumSet.of(ARRIVED),
            ARRIVED, EnumSet.noneOf(EnquiryState.class)));

    private final String label;

    EnquiryState(String label) {
        this.label = label;
    }

    /** How the value is written in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The answer of this label; {@code asked} is none. */
    public static Optional<EnquiryState> answer(String label) {
        return Arrays.stream(values())
                .filter(state -> state != ASKED && state.label.equals(label))
                .findFirst();
    }

    /** The state of this label. */
    public static EnquiryState of(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state of an enquiry: " + label));
    }

    /** The answers that may follow. */
    public Set<EnquiryState> allowed() {
        return ALLOWED.getOrDefault(this, Set.of());
    }

    /** The same, as they are written. */
    public String allowedLabels() {
        return allowed().stream().map(EnquiryState::label).sorted().collect(Collectors.joining(", "));
    }

    /** Whether an answer is still owed. */
    public boolean isOpen() {
        return this != NO_RECORD && this != ARRIVED;
    }
}
