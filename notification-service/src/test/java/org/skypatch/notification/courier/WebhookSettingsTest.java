package org.skypatch.notification.courier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    private static WebhookSettings settings(boolean allowLoopback) {
        return new WebhookSettings(allowLoopback, Set.of(443), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void lets_production_not_start_with_webhooks_to_this_machine() {
        assertThatThrownBy(() -> settings(true).check(true)).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> settings(true).check(false)).doesNotThrowAnyException();
        assertThatCode(() -> settings(false).check(true)).doesNotThrowAnyException();
    }
}
