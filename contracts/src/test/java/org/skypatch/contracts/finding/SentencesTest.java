package org.skypatch.contracts.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.trade.CountryCode;

class SentencesTest {

    private static final Sight THAI = new Sight.OfCountry(CountryCode.of("TH"));
    private static final Sight KOREAN = new Sight.OfCountry(CountryCode.of("KR"));
    private static final SentenceArgument GENUINE =
            SentenceArgument.disclosedTo(Set.of(CountryCode.of("TH")), "licence", "TH/TH-HCFC-2026-00017");

    private static final Sentence UNKNOWN_LICENCE = new Sentence(
            "licence-unknown",
            List.of(
                    SentenceArgument.nominal("licence", "TH/TH-HCFC-2026-00017"),
                    SentenceArgument.plain("commodity", "hcfc-22"),
                    SentenceArgument.plain("issuer", "TH")));

    @Test
    void says_everything_to_a_nominal_reader() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.ENGLISH, THAI))
                .isEqualTo("Licence TH/TH-HCFC-2026-00017, cited for hcfc-22, is not in the register of TH,"
                        + " which is shared as complete.");
    }

    @Test
    void masks_names_and_numbers_for_others() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.ENGLISH, new Sight.NonNominal()))
                .contains("Licence ***,")
                .doesNotContain("00017");
    }

    @Test
    void falls_back_to_english_and_to_the_key() {
        assertThat(Sentences.say(UNKNOWN_LICENCE, Locale.forLanguageTag("xx"), THAI))
                .startsWith("Licence TH/");
        assertThat(Sentences.say(new Sentence("never-written", List.of()), Locale.ENGLISH, THAI))
                .isEqualTo("never-written");
    }

    @Test
    void discloses_a_number_to_the_countries_that_it_names_and_to_nobody_else() {
        assertThat(GENUINE.readBy(THAI)).isEqualTo("TH/TH-HCFC-2026-00017");
        assertThat(GENUINE.readBy(KOREAN)).isEqualTo("***");
        assertThat(GENUINE.readBy(new Sight.NonNominal())).isEqualTo("***");
        assertThat(GENUINE.readBy(new Sight.OfRegion("Asia/Pacific"))).isEqualTo("***");
    }

    @Test
    void refuses_to_disclose_a_number_to_nobody_in_particular() {
        assertThatThrownBy(() -> SentenceArgument.disclosedTo(Set.of(), "licence", "X"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
