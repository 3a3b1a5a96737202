package org.skypatch.notification.courier;

import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a webhook, read strictly: one way of writing each thing, so that no two readers can understand it differently.
 *
 * @param isSecure whether it is https
 * @param host a name in ASCII, or an address without brackets
 * @param literal the address, if the host is one
 * @param target path and query, as they are sent
 */
record WebhookUrl(boolean isSecure, String host, int port, Optional<InetAddress> literal, String target) {

    private static final int LONGEST = 2048;
    private static final int LONGEST_NAME = 253;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private static final Pattern URL =
            Pattern.compile("(?<scheme>[A-Za-z]+)://(?<authority>[^/?#]*)(?<path>/[^?#]*)?(?<query>\\?[^#]*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[^:\\[\\]@%]+))(:(?<port>[0-9]{1,5}))?");
    private static final Pattern TARGET = Pattern.compile("[!$-;=?-Z_a-z~]*");

    /** What browsers and older resolvers read as a number, and so as an address. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private static final Pattern FOUR = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .getParentBuilder()
            .toParams();

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static WebhookUrl parse(String text) {
        Matcher url = URL.matcher(text);
        if (text.length() > LONGEST || !url.matches()) {
            throw new IllegalArgumentException(
                    "must be an absolute URL such as https://example.org/alerts, without a fragment");
        }
        String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("must begin with https://");
        }
        boolean isSecure = scheme.equals("https");
        Matcher authority = AUTHORITY.matcher(url.group("authority"));
        if (!authority.matches()) {
            throw new IllegalArgumentException("must name a host and nothing else: no user, no zone, no escapes");
        }
        int port =
                authority.group("port") == null ? isSecure ? HTTPS : HTTP : Integer.parseInt(authority.group("port"));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
        String target = target(url.group("path"), url.group("query"));
        if (authority.group("six") != null) {
            InetAddress address = address(authority.group("six"));
            return new WebhookUrl(isSecure, authority.group("six"), port, Optional.of(address), target);
        }
        String host = name(authority.group("name"));
        Optional<InetAddress> literal =
                ENDS_IN_A_NUMBER.matcher(host).matches() ? Optional.of(four(host)) : Optional.empty();
        return new WebhookUrl(isSecure, host, port, literal, target);
    }

    private static String target(@Nullable String path, @Nullable String query) {
        String target = (path == null ? "/" : path) + (query == null ? "" : query);
        if (!TARGET.matcher(target).matches()) {
            throw new IllegalArgumentException("must have a path of plain ASCII, anything else percent-encoded");
        }
        return target;
    }

    private static String name(String typed) {
        String name;
        try {
            name = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must have a host name of letters, digits and hyphens", e);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.startsWith(".") || name.contains("..")) {
            throw new IllegalArgumentException("must name a host");
        }
        if (name.endsWith(".")) {
            throw new IllegalArgumentException("must not end its host with a dot");
        }
        return name;
    }

    private static InetAddress four(String host) {
        if (!FOUR.matcher(host).matches()) {
            throw new IllegalArgumentException("must write an address as four decimal numbers");
        }
        return address(host);
    }

    private static InetAddress address(String text) {
        var address = new IPAddressString(text, PLAIN).getAddress();
        if (address == null) {
            throw new IllegalArgumentException("must write an address in its usual form");
        }
        return address.toInetAddress();
    }

    /** The host as it stands in a URL. */
    String hostInUrl() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
