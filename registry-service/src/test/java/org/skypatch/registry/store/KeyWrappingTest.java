package org.skypatch.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyWrappingTest {

    private static final byte[] SECRET = "the secret half".getBytes(StandardCharsets.UTF_8);

    private final KeyWrapping wrapping = KeyWrapping.under(key(1));

    @Test
    void gives_back_what_it_wrapped_and_never_wraps_alike() {
        byte[] once = wrapping.wrap(SECRET, "id");
        byte[] again = wrapping.wrap(SECRET, "id");

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(wrapping.unwrap(once, "id")).isEqualTo(SECRET);
    }

    @Test
    void gives_nothing_to_another_key_for_another_id_or_after_a_change() {
        byte[] wrapped = wrapping.wrap(SECRET, "id");
        byte[] changed = wrapped.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> KeyWrapping.under(key(2)).unwrap(wrapped, "id"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wrapping.unwrap(wrapped, "other")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wrapping.unwrap(changed, "id")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takes_no_short_key() {
        assertThatThrownBy(() -> KeyWrapping.under("c2hvcnQ=")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) fill;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
