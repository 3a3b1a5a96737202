package org.skypatch.registry.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.registry.licence.LicenceAnswer;

/**
 * What the register says to a cited licence.
 *
 * @param outcome {@code holds}; {@code used-up}: holds by the register, and by tracking's account too little is left;
 *     {@code fails}, with reasons; {@code near-miss}: unknown, and genuine ones resemble it; {@code unknown}
 * @param licence the licence meant, with its balance, if it is known
 * @param reasons why it does not cover what was shown
 * @param notCompared fields that were shown and that the licence says nothing comparable about
 * @param nearMisses genuine licences that name the caller's country and that the number resembles
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CheckAnswer(
        String outcome,
        @Nullable LicenceShown licence,
        List<Reason> reasons,
        List<String> notCompared,
        List<Near> nearMisses) {

    /** A reason, with what the licence says and what was shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            String code,
            @Nullable String licenceSays,
            @Nullable String shown) {}

    /**
     * A genuine licence.
     *
     * @param distance characters that differ
     * @param because what is the same beside most of the number
     */
    public record Near(LicenceFact licence, int distance, List<String> because) {}

    static CheckAnswer of(LicenceAnswer answer) {
        return switch (answer) {
            case LicenceAnswer.Known known ->
                new CheckAnswer(
                        answer.outcome(),
                        LicenceShown.of(known.licence(), known.balance().orElse(null)),
                        known.reasons().stream()
                                .map(reason -> new Reason(reason.code().label(), reason.licenceSays(), reason.shown()))
                                .toList(),
                        known.notCompared(),
                        List.of());
            case LicenceAnswer.Unknown unknown ->
                new CheckAnswer(
                        answer.outcome(),
                        null,
                        List.of(),
                        List.of(),
                        unknown.nearMisses().stream()
                                .map(miss -> new Near(miss.licence(), miss.distance(), miss.because()))
                                .toList());
        };
    }
}
