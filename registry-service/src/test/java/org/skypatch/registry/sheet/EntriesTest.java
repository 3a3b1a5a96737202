package org.skypatch.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntriesTest {

    @Test
    void writes_values_between_bars_and_parts_between_semicolons() {
        assertThat(Entries.list(List.of("Siam Cool", "สยาม"))).isEqualTo("Siam Cool | สยาม");
        assertThat(Entries.entries(List.of(
                        List.of("hcfc-22", "2026-01-01", "", "", "", ""), List.of("F", "2026-01-01", "2027-12-31"))))
                .isEqualTo("hcfc-22; 2026-01-01 | F; 2026-01-01; 2027-12-31");
        assertThat(Entries.part("R2, R3 ,")).containsExactly("R2", "R3");
    }

    @Test
    void leaves_out_blank_values() {
        assertThat(Entries.list(" | a || b |")).containsExactly("a", "b");
        assertThat(Entries.entries(" | ")).isEmpty();
    }

    @Test
    void gives_back_what_it_wrote_whatever_signs_it_holds() {
        Random chance = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            List<String> values =
                    Stream.generate(() -> text(chance)).limit(chance.nextInt(4)).toList();
            assertThat(Entries.list(Entries.list(values))).isEqualTo(values);
            List<List<String>> entries =
                    values.stream().map(value -> List.of(value, text(chance))).toList();
            assertThat(Entries.entries(Entries.entries(entries))).isEqualTo(entries);
        }
    }

    private static String text(Random chance) {
        String signs = "ab|;,\\";
        StringBuilder text = new StringBuilder();
        for (int length = 1 + chance.nextInt(5); length > 0; length--) {
            text.append(signs.charAt(chance.nextInt(signs.length())));
        }
        return text.toString();
    }
}
