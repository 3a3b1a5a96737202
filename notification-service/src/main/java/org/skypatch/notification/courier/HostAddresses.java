package org.skypatch.notification.courier;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks name servers what a host name stands for, anew each time: nothing that was true a moment ago is believed. */
final class HostAddresses implements AutoCloseable {

    private static final int DNS = 53;

    private final EventLoopGroup loop = new NioEventLoopGroup(
            1, Thread.ofPlatform().name("webhook-names").daemon().factory());
    private final DnsNameResolver resolver;

    /**
     * @param nameServers as {@code address:port}; those of the machine if there are none
     */
    HostAddresses(List<String> nameServers) {
        DnsNameResolverBuilder builder = new DnsNameResolverBuilder(loop.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .searchDomains(List.of())
                .queryTimeoutMillis(2_000);
        if (!nameServers.isEmpty()) {
            builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(
                    nameServers.stream().map(HostAddresses::socket).toList()));
        }
        resolver = builder.build();
    }

    private static InetSocketAddress socket(String server) {
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > 0 && server.indexOf(':') == colon;
        return hasPort
                ? new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))
                : new InetSocketAddress(server, DNS);
    }

    /**
     * All addresses of the host.
     *
     * @throws NoAddress if it has none, or no name server answers in time
     */
    List<InetAddress> of(String host, Duration patience) throws InterruptedException {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        resolver.resolveAll(host).addListener((io.netty.util.concurrent.Future<List<InetAddress>> done) -> {
            if (done.isSuccess()) {
                answer.complete(List.copyOf(done.getNow()));
            } else {
                answer.completeExceptionally(done.cause());
            }
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NoAddress(e);
        }
    }

    /** A host name that stands for nothing just now. */
    static final class NoAddress extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAddress(Throwable cause) {
            super("the host name cannot be resolved", cause);
        }
    }

    @Override
    public void close() {
        resolver.close();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
