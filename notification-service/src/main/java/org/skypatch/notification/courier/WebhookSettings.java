package org.skypatch.notification.courier;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where webhooks may go. {@code skypatch.webhooks.allow-loopback=true} lets them go to this machine, without TLS and to any
 * port: for local runs and tests; a production profile refuses to start with it.
 */
@ApplicationScoped
public class WebhookSettings {

    private final boolean allowLoopback;
    private final Set<Integer> ports;
    private final List<String> refusedNetworks;
    private final List<String> nameServers;
    private final String origin;

    WebhookSettings(
            @ConfigProperty(name = "skypatch.webhooks.allow-loopback", defaultValue = "false") boolean allowLoopback,
            @ConfigProperty(name = "skypatch.webhooks.ports", defaultValue = "443,8443") Set<Integer> ports,
            @ConfigProperty(name = "skypatch.webhooks.refused-networks") Optional<List<String>> refusedNetworks,
            @ConfigProperty(name = "skypatch.webhooks.name-servers") Optional<List<String>> nameServers,
            @ConfigProperty(name = "skypatch.webhooks.origin", defaultValue = "") Optional<String> origin) {
        this.allowLoopback = allowLoopback;
        this.ports = Set.copyOf(ports);
        this.refusedNetworks = refusedNetworks.orElse(List.of());
        this.nameServers = nameServers.orElse(List.of());
        this.origin = origin.orElse("").replaceAll("/+$", "");
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        check(ConfigUtils.isProfileActive("prod"));
    }

    void check(boolean isProduction) {
        if (allowLoopback && isProduction) {
            throw new IllegalStateException("skypatch.webhooks.allow-loopback=true is for local runs and tests:"
                    + " the profile prod refuses to start with it");
        }
    }

    boolean allowLoopback() {
        return allowLoopback;
    }

    /** The ports that a public endpoint may have. */
    Set<Integer> ports() {
        return ports;
    }

    /** Further networks that are internal here, such as the NAT64 prefix of the installation. */
    List<String> refusedNetworks() {
        return refusedNetworks;
    }

    /** Name servers as {@code address:port}; those of the machine if none are named. */
    List<String> nameServers() {
        return nameServers;
    }

    /** What links in messages begin with, such as {@code https://skypatch.example}; empty for links without it. */
    String origin() {
        return origin;
    }
}
