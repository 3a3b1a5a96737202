package org.skypatch.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import java.util.concurrent.TimeUnit;
import org.skypatch.embedded.ServerFailure;

/**
 * Makes one origin of the services and the identity provider. Paths go through as they were written, so that an encoded
 * slash stays one; bodies go through as they come, so that live streams live.
 */
public final class OriginProxy implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String START_PAGE = "/notification/";
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;
    private static final int LONGEST_HEADERS = 32 * 1024;
    private static final int MOST_CONNECTIONS_PER_SERVICE = 512;
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;

    private final Vertx vertx;

    private OriginProxy(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Starts listening; until a service is up, its paths answer 503. */
    public static OriginProxy start(int port, Routes routes) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setInternalBlockingPoolSize(2));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MOST_CONNECTIONS_PER_SERVICE)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxHeaderSize(LONGEST_HEADERS));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(OriginRequestProvider.selector(
                        context -> Future.succeededFuture(SocketAddress.inetSocketAddress(
                                routes.portFor(
                                        context.request().proxiedRequest().path()),
                                LOOPBACK))))
                .addInterceptor(new ForwardedHeaders())
                .addInterceptor(new UnreachableService());
        Future<?> listening = vertx.createHttpServer(new HttpServerOptions()
                        .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                        .setMaxHeaderSize(LONGEST_HEADERS)
                        .setHttp2ClearTextEnabled(false)
                        .setHandle100ContinueAutomatically(true))
                .requestHandler(request -> answer(request, proxy))
                .listen(port, LOOPBACK);
        try {
            listening.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted while starting the proxy", e);
        } catch (Exception e) {
            vertx.close();
            throw new ServerFailure("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return new OriginProxy(vertx);
    }

    private static void answer(HttpServerRequest request, HttpProxy proxy) {
        if (request.path() == null || !request.path().startsWith("/")) {
            request.response().setStatusCode(400).end();
        } else if (request.path().equals("/")) {
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", START_PAGE)
                    .end();
        } else {
            proxy.handle(request);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
