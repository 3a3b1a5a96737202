package org.skypatch.notification.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** A subscriber's own HTTP server on this machine, which answers as it is told and remembers every call. */
public final class Sink implements AutoCloseable {

    /**
     * One call.
     *
     * @param headers by their names in small letters
     */
    public record Call(String path, Map<String, String> headers, String body, Instant at) {

        public String id() {
            return headers.getOrDefault("webhook-id", "");
        }

        public String type() {
            return body.replaceFirst(".*\"type\":\"([a-z-]+)\".*", "$1");
        }
    }

    /**
     * How a call is answered.
     *
     * @param after so long
     */
    public record Answer(int status, Map<String, String> headers, byte[] body, Duration after) {

        public static Answer of(int status) {
            return new Answer(status, Map.of(), new byte[0], Duration.ZERO);
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, after);
        }

        public Answer after(Duration pause) {
            return new Answer(status, headers, body, pause);
        }

        public Answer saying(int bytes) {
            return new Answer(status, headers, new byte[bytes], after);
        }
    }

    private final HttpServer server;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, IntFunction<Answer>> answers = new ConcurrentHashMap<>();

    public Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers calls of this path so from now on, by how many there were before. */
    public void answer(String path, IntFunction<Answer> byEarlierCalls) {
        answers.put(path, byEarlierCalls);
    }

    /**
     * The calls of this path, in the order of arrival; but not those that tell that an alert was passed on: alerts of stories are
     * long past by the clock of the tests, so that may come at any moment.
     */
    public List<Call> calls(String path) {
        return allCalls(path).stream().filter(call -> !isPassedOn(call)).toList();
    }

    /** All calls of this path, in the order of arrival. */
    public List<Call> allCalls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    private static boolean isPassedOn(Call call) {
        return call.type().equals("alert-unacknowledged");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            Answer answer;
            synchronized (this) {
                Call call = new Call(path, headers, body, Instant.now());
                calls.add(call);
                answer = isPassedOn(call)
                        ? Answer.of(204)
                        : answers.getOrDefault(path, _ -> Answer.of(204))
                                .apply(counts.merge(path, 1, Integer::sum) - 1);
            }
            Thread.sleep(answer.after());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
