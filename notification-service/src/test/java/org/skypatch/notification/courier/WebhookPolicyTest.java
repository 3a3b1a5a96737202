package org.skypatch.notification.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPolicyTest {

    private final InternalNetworks networks = new InternalNetworks(List.of("9.9.0.0/16", "2a00:64::/96"));
    private final WebhookPolicy policy = new WebhookPolicy(networks, Set.of(443, 8443), false);
    private final WebhookPolicy local = new WebhookPolicy(networks, Set.of(443, 8443), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // loopback, in every notation
                "https://127.0.0.1/",
                "https://127.0.0.1:443/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.255.255.254/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://0X7F.0x1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://0177.0.0.01/",
                "https://127.0.0.1./",
                "https://0/",
                "https://0.0.0.0/",
                "https://00000177.1/",
                "https://127.0.0.0x1/",
                "https://127.0.0.1.1/",
                "https://127.00.0.1/",
                "https://[::1]/",
                "https://[::1]:8443/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::]/",
                "https://[0000::0001]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://a.localhost/",
                "https://localhost:443/",
                // loopback in other scripts
                "https://１２７.０.０.１/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://ｌｏｃａｌｈｏｓｔ/",
                "https://⑯⑨。②⑤④。⑯⑨。②⑤④/",
                // private, shared, link local, metadata
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://167772161/",
                "https://012.0.0.1/",
                "https://0xa.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://0xc0a80001/",
                "https://192.168.257/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://100.100.100.200/",
                "https://169.254.169.254/",
                "https://2852039166/",
                "https://0xa9fea9fe/",
                "https://0251.0376.0251.0376/",
                "https://169.254.43518/",
                "https://168.63.129.16/",
                "https://metadata.google.internal/",
                "https://192.0.0.192/",
                "https://[fd00:ec2::254]/",
                // documentation, benchmarks, multicast, reserved, broadcast
                "https://192.0.2.1/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://198.18.0.1/",
                "https://198.19.255.255/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://192.88.99.1/",
                "https://0.1.2.3/",
                "https://9.9.9.9/",
                // IPv6 that is internal, or carries IPv4
                "https://[fc00::1]/",
                "https://[fd12:3456::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[3fff::1]/",
                "https://[100::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::127.0.0.1]/",
                "https://[::7f00:1]/",
                "https://[::ffff:0:127.0.0.1]/",
                "https://[64:ff9b::127.0.0.1]/",
                "https://[64:ff9b::808:808]/",
                "https://[64:ff9b:1::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:808:808::1]/",
                "https://[2001:0:4136:e378::1]/",
                "https://[2001:20::1]/",
                "https://[2a00:1450::200:5efe:7f00:1]/",
                "https://[2a00:64::1]/",
                "https://[5f00::1]/",
                "https://[4000::1]/",
                // who reads this differently from whom
                "https://example.org@127.0.0.1/",
                "https://user:pw@example.org/",
                "https://127.0.0.1#@example.org/",
                "https://127.0.0.1?@example.org/",
                "https://example.org\\@127.0.0.1/",
                "https://example.org%2f@127.0.0.1/",
                "https://%31%32%37.0.0.1/",
                "https://exa mple.org/",
                "https://example.org\t/",
                "https://example.org:443:80/",
                "https://[::1/",
                "https://::1/",
                "https://[127.0.0.1]/",
                "https://[v1.fe80]/",
                "https:///etc/passwd",
                "https://:443/",
                "https://.example.org/",
                "https://example..org/",
                "https://exa_mple.org/",
                "https://example.org/#fragment",
                "https://example.org/\r\nX-Evil: 1",
                "https://example.org/a b",
                "https:example.org",
                "//example.org/",
                "example.org",
                "",
                // schemes and ports
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "javascript:alert(1)",
                "https://example.org:22/",
                "https://example.org:80/",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://example.org:99999/",
                "https://8.8.8.8:25/",
                // names that are never public
                "https://intranet/",
                "https://postgres.local/",
                "https://vault.internal/",
                "https://printer.lan/",
                "https://1.0.0.127.in-addr.arpa/",
            })
    void refuses_what_is_internal_or_can_be_read_in_two_ways(String url) {
        assertThat(policy.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/",
                "https://EXAMPLE.org:8443/a/b?c=d&e=%20",
                "https://8.8.8.8/alerts",
                "https://[2a00:1450:4001:82a::200e]/alerts",
                "https://bücher.example.org/",
                "https://例え.jp/",
                "https://hooks.customs.go.kr:443/v1/skypatch",
                "https://a-b.c-d.example.com/~x/;y,z",
                "https://1e100.net/",
            })
    void takes_public_addresses(String url) {
        assertThat(policy.refusal(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000",
                "7f000001",
                "0a000001",
                "ac100001",
                "ac1fffff",
                "c0a80101",
                "64400001",
                "647fffff",
                "a9fea9fe",
                "c0000001",
                "c0000201",
                "c6336401",
                "cb007101",
                "c6120001",
                "c613ffff",
                "e0000001",
                "efffffff",
                "f0000001",
                "ffffffff",
                "c0586301",
                "a83f8110",
                "09090909",
                "00000000000000000000000000000000",
                "00000000000000000000000000000001",
                "00000000000000000000ffff7f000001",
                "0000000000000000000000007f000001",
                "0064ff9b000000000000000008080808",
                "0064ff9b000100000000000000000001",
                "20027f00000100000000000000000001",
                "20010000413600000000000000000001",
                "20010db8000000000000000000000001",
                "3fff0000000000000000000000000001",
                "fc000000000000000000000000000001",
                "fdffffffffffffffffffffffffffffff",
                "fe800000000000000000000000000001",
                "fec00000000000000000000000000001",
                "ff020000000000000000000000000001",
                "01000000000000000000000000000001",
                "2a0014500000000002005efe7f000001",
                "3ffe0000000000000000000000000001",
                "40000000000000000000000000000001",
                "2a000064000000000000000000000001",
            })
    void knows_what_a_name_server_may_answer_to_be_internal(String hex) throws UnknownHostException {
        assertThat(networks.why(InetAddress.getByAddress(HexFormat.of().parseHex(hex))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08080808",
                "01010101",
                "ac200001",
                "ac0fffff",
                "64800001",
                "643fffff",
                "df000001",
                "2a001450400100000000000000001234",
                "2606470000000000000000000000abcd"
            })
    void knows_what_lies_beside_to_be_public(String hex) throws UnknownHostException {
        assertThat(networks.why(InetAddress.getByAddress(HexFormat.of().parseHex(hex))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8095/hook",
                "http://localhost:8095/",
                "https://[::1]:9999/",
                "http://127.0.0.1/"
            })
    void takes_loopback_only_where_that_is_allowed(String url) {
        assertThat(local.refusal(url)).isEmpty();
        assertThat(policy.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/",
                "http://example.org/",
                "https://127.1/",
                "http://2130706433/",
                "http://a.localhost/"
            })
    void allows_no_more_than_loopback(String url) {
        assertThat(local.refusal(url)).isPresent();
    }

    @Test
    void refuses_a_name_of_which_one_address_is_internal() throws UnknownHostException {
        WebhookUrl url = WebhookUrl.parse("https://example.org/");
        InetAddress open = InetAddress.getByName("8.8.8.8");

        assertThat(policy.refusal(url, List.of(open))).isEmpty();
        assertThat(policy.refusal(url, List.of(open, InetAddress.getByName("10.0.0.1"))))
                .isPresent();
        assertThat(policy.refusal(url, List.of())).isPresent();
    }

    @Test
    void refuses_a_name_that_stands_for_loopback_even_where_loopback_is_allowed() throws UnknownHostException {
        assertThat(local.refusal(WebhookUrl.parse("https://example.org/"), List.of(InetAddress.getByName("127.0.0.1"))))
                .isPresent();
        assertThat(local.refusal(WebhookUrl.parse("http://localhost:80/"), List.of(InetAddress.getByName("127.0.0.1"))))
                .isEmpty();
        assertThat(local.refusal(WebhookUrl.parse("http://localhost:80/"), List.of(InetAddress.getByName("10.0.0.1"))))
                .isPresent();
    }
}
