package org.skypatch.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = new Routes(Map.of("tracking", 1, "auth", 2), 3);

    @Test
    void go_by_the_whole_first_segment() {
        assertThat(routes.portFor("/tracking/v1/movements")).isEqualTo(1);
        assertThat(routes.portFor("/tracking")).isEqualTo(1);
        assertThat(routes.portFor("/auth/")).isEqualTo(2);
        assertThat(routes.portFor("/trackings")).isEqualTo(3);
    }

    @Test
    void lead_everything_else_to_the_console() {
        assertThat(routes.portFor("/")).isEqualTo(3);
        assertThat(routes.portFor("/alerts/tracking")).isEqualTo(3);
        assertThat(routes.portFor("//tracking")).isEqualTo(3);
    }
}
