package org.skypatch.registry.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skypatch.registry.seal.Signing.NewKey;

class Ed25519SigningTest {

    private final Ed25519Signing signing = new Ed25519Signing();

    @Test
    void signs_so_that_the_published_half_alone_checks_it() throws Exception {
        NewKey key = signing.newKey();

        String code = signing.sign(key.secret(), key.id(), Map.of("sub", "TH/许可 1"));

        assertThat(Ed25519Check.holds(code, key.x())).isTrue();
        assertThat(part(code, 0)).contains("\"alg\":\"EdDSA\"").contains("\"kid\":\"" + key.id() + "\"");
        assertThat(part(code, 1)).isEqualTo("{\"sub\":\"TH/许可 1\"}");
    }

    @Test
    void shows_a_change_of_any_character_and_another_key() throws Exception {
        NewKey key = signing.newKey();
        String code = signing.sign(key.secret(), key.id(), Map.of("massKg", "20000"));
        String forged = code.replace(encoded("{\"massKg\":\"20000\"}"), encoded("{\"massKg\":\"80000\"}"));

        assertThat(forged).isNotEqualTo(code);
        assertThat(Ed25519Check.holds(forged, key.x())).isFalse();
        assertThat(Ed25519Check.holds(code, signing.newKey().x())).isFalse();
    }

    @Test
    void refuses_a_secret_that_is_none() {
        assertThatThrownBy(() -> signing.sign(new byte[3], "id", Map.of())).isInstanceOf(IllegalStateException.class);
    }

    private static String part(String code, int index) {
        return new String(Base64.getUrlDecoder().decode(code.split("\\.")[index]), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
