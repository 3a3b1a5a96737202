package org.skypatch.registry.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrigramsTest {

    private static final double A_HAIR = 1e-6;

    /** The figures are those of PostgreSQL's manual, F.35 pg_trgm. */
    @Test
    void counts_as_the_database_does() {
        Trigrams word = Trigrams.of("word");
        Trigrams two = Trigrams.of("two words");
        assertThat(word.similarity(two)).isCloseTo(4.0 / 11, within(A_HAIR));
        assertThat(word.similarityToPartOf(two)).isCloseTo(0.8, within(A_HAIR));
        assertThat(two.similarity(word)).isCloseTo(4.0 / 11, within(A_HAIR));
    }

    @Test
    void takes_signs_for_the_end_of_a_word() {
        assertThat(Trigrams.of("r-410a").different())
                .containsExactlyInAnyOrder("  r", " r ", "  4", " 41", "410", "10a", "0a ");
        assertThat(Trigrams.of("--").different()).isEmpty();
    }

    @Test
    void finds_nothing_alike_in_nothing() {
        assertThat(Trigrams.of("").similarity(Trigrams.of("")))
                .isEqualTo(Trigrams.of("").similarityToPartOf(Trigrams.of("a")))
                .isZero();
    }
}
