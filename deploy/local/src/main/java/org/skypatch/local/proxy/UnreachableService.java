package org.skypatch.local.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Answers for a service that does not: 503, try again soon. */
final class UnreachableService implements ProxyInterceptor {

    private static final String PROBLEM = """
            {"type":"/problems/unavailable","title":"Unavailable","status":503,\
            "detail":"The service is not up; try again in a moment."}""";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(_ -> {
            context.request().release();
            return Future.succeededFuture(context.request()
                    .response()
                    .setStatusCode(503)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Retry-After", "2")
                    .setBody(Body.body(Buffer.buffer(PROBLEM))));
        });
    }
}
