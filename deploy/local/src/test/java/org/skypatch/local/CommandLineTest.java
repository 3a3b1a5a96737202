package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void keeps_the_data_in_the_checkout_and_the_origin_on_8080_unless_told_otherwise() {
        CommandLine commandLine = CommandLine.parse("--checkout", "/checkout");

        assertThat(commandLine.data()).isEqualTo(Path.of("/checkout/data"));
        assertThat(commandLine.ports().originAddress()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(commandLine.fresh()).isFalse();
        assertThat(commandLine.scenario()).isEmpty();
    }

    @Test
    void takes_every_option() {
        CommandLine commandLine = CommandLine.parse(
                "--ports-from", "18000", "--data", "/elsewhere/", "--fresh", "--scenario", "01-silent-arrival");

        assertThat(commandLine.ports()).isEqualTo(new Ports(18000));
        assertThat(commandLine.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(commandLine.fresh()).isTrue();
        assertThat(commandLine.scenario()).contains("01-silent-arrival");
    }

    @Test
    void says_what_is_wrong_with_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--frehs"))
                .withMessage("unknown option --frehs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--data"))
                .withMessage("--data needs a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--ports-from", "many"))
                .withMessage("--ports-from needs a number, not many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandLine.parse("--ports-from", "65530"))
                .withMessageContaining("ports go from 1 to 65535");
    }
}
