package org.skypatch.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Optional;

/** Tells the service what the caller asked for; what a caller claims to have forwarded is dropped. */
final class ForwardedHeaders implements ProxyInterceptor {

    private static final List<String> NOT_FROM_OUTSIDE = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest asked = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        NOT_FROM_OUTSIDE.forEach(headers::remove);
        headers.remove("Expect"); // answered here already
        headers.set("X-Forwarded-For", asked.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        Optional.ofNullable(asked.authority())
                .ifPresent(authority -> headers.set("X-Forwarded-Host", authority.toString())
                        .set("X-Forwarded-Port", Integer.toString(authority.port() < 0 ? 80 : authority.port())));
        return context.sendRequest();
    }
}
