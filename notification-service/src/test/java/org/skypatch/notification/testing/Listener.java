package org.skypatch.notification.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.sample.Samples;

/** Listens to Server-Sent Events as a browser does: comments are passed over, an id alone moves the place to resume from. */
public final class Listener implements AutoCloseable {

    /** One event. */
    public record Event(String id, String name, JsonNode data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> answer;
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reading;
    private volatile @Nullable String lastId;

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
        reading = Thread.ofVirtual().start(this::read);
    }

    /** Opens the stream; with an id, after that event. */
    public static Listener open(URI stream, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Listener(request.build());
    }

    private void read() {
        StringBuilder data = new StringBuilder();
        String name = "message";
        try {
            for (String line : (Iterable<String>) answer.body()::iterator) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        heard.add(new Event(String.valueOf(lastId), name, Samples.JSON.readTree(data.toString())));
                    }
                    data.setLength(0);
                    name = "message";
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            // the connection was closed under the reader
        }
    }

    public int status() {
        return answer.statusCode();
    }

    /** A header of the answer, or nothing. */
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** What was heard so far. */
    public List<Event> heard() {
        return List.copyOf(heard);
    }

    /** The names of what was heard so far. */
    public List<String> names() {
        return heard.stream().map(Event::name).toList();
    }

    public @Nullable String lastId() {
        return lastId;
    }

    /** Whether the service has ended the stream. */
    public boolean isOver() {
        return !reading.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
