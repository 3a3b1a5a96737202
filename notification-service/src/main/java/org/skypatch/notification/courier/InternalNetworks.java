package org.skypatch.notification.courier;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that no request may reach, by the special-purpose registries of IANA (RFC 6890 and what came after), and a few that
 * clouds keep for themselves. Of IPv6 only what is given out for the public network, {@code 2000::/3}, can be public at all; an
 * address that carries an IPv4 address within it is never public, whatever it carries.
 */
class InternalNetworks {

    private static final IPAddress GIVEN_OUT = network("2000::/3");

    private static final Map<IPAddress, String> KNOWN = known();

    private final Map<IPAddress, String> refused;

    /**
     * @param further networks that are internal in this installation, as {@code 192.0.2.0/24}
     */
    InternalNetworks(List<String> further) {
        refused = new LinkedHashMap<>(KNOWN);
        further.forEach(each -> refused.put(network(each.strip()), "a network of this installation"));
    }

    /** Why the address must not be called; empty if it is public. */
    Optional<String> why(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> listed(new IPv4Address(four));
            case Inet6Address six -> why(new IPv6Address(six));
            default -> Optional.of("an unknown kind of address");
        };
    }

    private Optional<String> why(IPv6Address address) {
        if (address.isIPv4Mapped() || address.isIPv4Compatible() || address.isIPv4Translatable()) {
            return Optional.of("an IPv4 address within an IPv6 address");
        }
        if (isIsatap(address)) {
            return Optional.of("a tunnel (ISATAP, RFC 5214)");
        }
        Optional<String> listed = listed(address);
        return listed.isEmpty() && !GIVEN_OUT.contains(address)
                ? Optional.of("not given out for the public network (RFC 4291)")
                : listed;
    }

    /** Whether the address is a tunnel's, for a global IPv4 address or for a local one. */
    private static boolean isIsatap(IPv6Address address) {
        int flags = address.getSegment(4).getSegmentValue();
        return (flags == 0 || flags == 0x200) && address.getSegment(5).getSegmentValue() == 0x5efe;
    }

    private Optional<String> listed(IPAddress address) {
        return refused.entrySet().stream()
                .filter(network -> network.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static IPAddress network(String cidr) {
        IPAddress network = new IPAddressString(cidr).getAddress();
        if (network == null) {
            throw new IllegalArgumentException("not a network: " + cidr);
        }
        return network.toPrefixBlock();
    }

    private static Map<IPAddress, String> known() {
        Map<IPAddress, String> known = new LinkedHashMap<>();
        known.put(network("0.0.0.0/8"), "this network (RFC 791)");
        known.put(network("10.0.0.0/8"), "private use (RFC 1918)");
        known.put(network("100.64.0.0/10"), "shared address space of carriers (RFC 6598)");
        known.put(network("127.0.0.0/8"), "loopback (RFC 1122)");
        known.put(network("168.63.129.16/32"), "a cloud's service address");
        known.put(network("169.254.0.0/16"), "link local, and the metadata of clouds (RFC 3927)");
        known.put(network("172.16.0.0/12"), "private use (RFC 1918)");
        known.put(network("192.0.0.0/24"), "IETF protocol assignments (RFC 6890)");
        known.put(network("192.0.2.0/24"), "documentation (RFC 5737)");
        known.put(network("192.31.196.0/24"), "AS112 (RFC 7535)");
        known.put(network("192.52.193.0/24"), "AMT (RFC 7450)");
        known.put(network("192.88.99.0/24"), "6to4 relays (RFC 7526)");
        known.put(network("192.168.0.0/16"), "private use (RFC 1918)");
        known.put(network("192.175.48.0/24"), "AS112 (RFC 7534)");
        known.put(network("198.18.0.0/15"), "benchmarks (RFC 2544)");
        known.put(network("198.51.100.0/24"), "documentation (RFC 5737)");
        known.put(network("203.0.113.0/24"), "documentation (RFC 5737)");
        known.put(network("224.0.0.0/4"), "multicast (RFC 1112)");
        known.put(network("240.0.0.0/4"), "reserved, and broadcast (RFC 1112, RFC 8190)");
        known.put(network("::/128"), "unspecified (RFC 4291)");
        known.put(network("::1/128"), "loopback (RFC 4291)");
        known.put(network("64:ff9b::/96"), "NAT64 (RFC 6052)");
        known.put(network("64:ff9b:1::/48"), "NAT64 (RFC 8215)");
        known.put(network("100::/64"), "discard (RFC 6666)");
        known.put(network("2001::/23"), "IETF protocol assignments, Teredo and ORCHID (RFC 2928, RFC 4380)");
        known.put(network("2001:db8::/32"), "documentation (RFC 3849)");
        known.put(network("2002::/16"), "6to4 (RFC 3056)");
        known.put(network("2620:4f:8000::/48"), "AS112 (RFC 7534)");
        known.put(network("3ffe::/16"), "6bone, given back (RFC 3701)");
        known.put(network("3fff::/20"), "documentation (RFC 9637)");
        known.put(network("5f00::/16"), "segment routing (RFC 9602)");
        known.put(network("fc00::/7"), "unique local (RFC 4193)");
        known.put(network("fe80::/10"), "link local (RFC 4291)");
        known.put(network("fec0::/10"), "site local (RFC 3879)");
        known.put(network("ff00::/8"), "multicast (RFC 4291)");
        return known;
    }
}
