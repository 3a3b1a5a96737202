package org.skypatch.contracts.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Sentence UNKNOWN_LICENCE = new Sentence(
            "licence-unknown",
            List.of(
                    SentenceArgument.nominal("licence", "TH/TH-HCFC-2026-00017"),
                    SentenceArgument.plain("commodity", "hcfc-22"),
                    SentenceArgument.plain("issuer", "TH")));

    @Test
    void says_everything_to_a_nominal_reader() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.ENGLISH, true))
                .isEqualTo("Licence TH/TH-HCFC-2026-00017, cited for hcfc-22, is not in the register of TH,"
                        + " which is shared as complete.");
    }

    @Test
    void masks_names_and_numbers_for_others() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.ENGLISH, false))
                .contains("Licence ***,")
                .doesNotContain("00017");
    }

    @Test
    void falls_back_to_english_and_to_the_key() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.forLanguageTag("xx"), true))
                .startsWith("Licence TH/");
        assertThat(Sentences.say(new Sentence("never-written", List.of()), Locale.ENGLISH, true))
                .isEqualTo("never-written");
    }
}
