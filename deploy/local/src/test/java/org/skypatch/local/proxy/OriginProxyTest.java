package org.skypatch.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skypatch.embedded.FreePorts;

@Timeout(60)
class OriginProxyTest {

    private final List<Integer> ports = FreePorts.pick(3);
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch firstMessageRead = new CountDownLatch(1);
    private HttpServer service;
    private OriginProxy proxy;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(1)), 0);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.createContext("/tracking/stream", this::stream);
        service.createContext("/", OriginProxyTest::echo);
        service.start();
        proxy = OriginProxy.start(
                ports.get(0), new Routes(Map.of("tracking", ports.get(1), "registry", ports.get(2)), ports.get(1)));
    }

    @AfterEach
    void stop() {
        proxy.close();
        service.stop(0);
        client.close();
    }

    @Test
    void leaves_an_encoded_path_as_it_was_written() throws Exception {
        String answer = get("/tracking/v1/licences/GH%2FEPA%2F2026%2F001/%C3%A9?reference=PH%200000%2F3&x=a+b")
                .body();

        assertThat(answer)
                .contains("uri=/tracking/v1/licences/GH%2FEPA%2F2026%2F001/%C3%A9?reference=PH%200000%2F3&x=a+b");
    }

    @Test
    void tells_the_service_which_origin_was_asked() throws Exception {
        String answer = get("/tracking/v1/movements", "X-Forwarded-Host", "evil.example")
                .body();

        assertThat(answer)
                .contains("host=localhost:" + ports.get(0))
                .contains("x-forwarded-host=localhost:" + ports.get(0))
                .contains("x-forwarded-proto=http")
                .contains("x-forwarded-port=" + ports.get(0))
                .doesNotContain("evil.example");
    }

    @Test
    void passes_on_each_message_of_a_stream_as_it_comes() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(request("/tracking/stream").build(), HttpResponse.BodyHandlers.ofInputStream());

        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            firstMessageRead.countDown(); // only now is the second one sent
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void passes_on_a_large_body() throws Exception {
        byte[] body = new byte[5_000_000];

        HttpResponse<String> answer = client.send(
                request("/tracking/v1/customs-events")
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("length=5000000");
    }

    @Test
    void says_that_a_service_is_not_up() throws Exception {
        HttpResponse<String> answer = get("/registry/v1/traders");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("/problems/unavailable");
    }

    @Test
    void refuses_a_request_for_no_path() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(0))) {
            socket.getOutputStream()
                    .write("GET tracking HTTP/1.0\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.0 400");
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + ports.get(0) + path));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("data: first\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            firstMessageRead.await();
            out.write("data: second\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        StringBuilder answer = new StringBuilder("uri=" + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        answer.append(name.toLowerCase(Locale.ROOT) + "=" + values.getFirst() + "\n"));
        answer.append("length=" + exchange.getRequestBody().readAllBytes().length);
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
