package org.skypatch.notification.courier;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.notification.delivery.WebhookAddresses;

/** Which addresses may be called: https, a port of the policy, and nothing internal, by name or by address. */
final class WebhookPolicy implements WebhookAddresses {

    /** Names that never stand for anything public (RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's internal, and habit). */
    private static final Set<String> INTERNAL_ENDINGS = Set.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "lan",
            "home",
            "corp",
            "private",
            "arpa",
            "alt",
            "onion",
            "test",
            "example",
            "invalid");

    private final InternalNetworks networks;
    private final Set<Integer> ports;
    private final boolean allowLoopback;

    WebhookPolicy(InternalNetworks networks, Set<Integer> ports, boolean allowLoopback) {
        this.networks = networks;
        this.ports = Set.copyOf(ports);
        this.allowLoopback = allowLoopback;
    }

    @Override
    public Optional<String> refusal(String url) {
        try {
            return refusal(WebhookUrl.parse(url));
        } catch (IllegalArgumentException e) {
            return Optional.of(Optional.ofNullable(e.getMessage()).orElse("cannot be read"));
        }
    }

    Optional<String> refusal(WebhookUrl url) {
        boolean isHere = allowLoopback && isLoopback(url);
        if (isHere) {
            return Optional.empty();
        }
        if (!url.isSecure()) {
            return Optional.of("must begin with https://");
        }
        if (!ports.contains(url.port())) {
            return Optional.of(
                    "must have one of the ports " + ports.stream().sorted().toList());
        }
        if (url.literal().isPresent()) {
            return refusal(url.literal().get());
        }
        String host = url.host();
        String ending = host.substring(host.lastIndexOf('.') + 1);
        return host.equals(ending) || INTERNAL_ENDINGS.contains(ending)
                ? Optional.of("must name a public host")
                : Optional.empty();
    }

    /** Why none of what a name stands for may be called: one internal address among them is enough. */
    Optional<String> refusal(WebhookUrl url, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return Optional.of("its name stands for no address");
        }
        boolean mayBeHere =
                allowLoopback && isLoopback(url) && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        if (mayBeHere) {
            return Optional.empty();
        }
        return url.isSecure() && ports.contains(url.port())
                ? addresses.stream()
                        .flatMap(address -> refusal(address).stream())
                        .findFirst()
                : Optional.of("only https to a port of the policy leaves this machine");
    }

    private Optional<String> refusal(InetAddress address) {
        return networks.why(address).map(why -> "its address is not public: " + why);
    }

    private static boolean isLoopback(WebhookUrl url) {
        return url.literal()
                .map(InetAddress::isLoopbackAddress)
                .orElse(url.host().equals("localhost"));
    }
}
