package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What is to be said, as key and arguments; said in a language and within the reader's rights by {@link Sentences}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Sentence(String key, List<SentenceArgument> arguments) {
    public Sentence {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }
}
