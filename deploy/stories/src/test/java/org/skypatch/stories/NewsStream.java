package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An account listening to {@code GET /notification/v1/alerts/stream} (Server-Sent Events). */
final class NewsStream implements AutoCloseable {

    /** One event of the stream; without a name it only says where the stream stands. */
    record News(String id, String name, String data) {

        JsonNode json() {
            return Json.read(data, "the stream");
        }

        boolean speaksOf(String movement) {
            return data.contains(movement);
        }
    }

    private final InputStream body;
    private final List<News> heard = new CopyOnWriteArrayList<>();

    private NewsStream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::listen);
    }

    /** Listens from now on; returns when the stream has said where it stands. */
    static NewsStream of(Skypatch skypatch, Account account) {
        try {
            HttpResponse<InputStream> response = skypatch.http()
                    .send(
                            skypatch.request(account, "/notification/v1/alerts/stream")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new Failure("no stream for " + account + ": " + response.statusCode() + " "
                        + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            NewsStream stream = new NewsStream(response.body());
            stream.standing();
            return stream;
        } catch (IOException e) {
            throw new Failure("no stream for " + account, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private void listen() {
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            lines.useDelimiter("\r\n|\n");
            String id = "";
            String name = "";
            StringBuilder data = new StringBuilder();
            while (lines.hasNext()) {
                String line = lines.next();
                if (line.isEmpty()) {
                    if (!id.isEmpty()) {
                        heard.add(new News(id, name, data.toString()));
                    }
                    id = "";
                    name = "";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                }
            }
        }
    }

    /** The number that the stream stood at when it began. */
    String standing() {
        return Patience.ofStories()
                .until(() -> heard.stream().findFirst(), Optional::isPresent)
                .map(News::id)
                .orElseThrow(() -> new Failure("the stream does not say where it stands"));
    }

    /** The first news of this name of this movement, waited for. */
    News await(String name, String movement) {
        return await(news -> news.name().equals(name) && news.speaksOf(movement))
                .orElseThrow(() -> new Failure("no " + name + " of " + movement + " in " + heard));
    }

    private Optional<News> await(Predicate<News> wanted) {
        return Patience.ofStories().until(() -> heard.stream().filter(wanted).findFirst(), Optional::isPresent);
    }

    List<News> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
