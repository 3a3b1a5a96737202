package org.skypatch.edge.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.topic.Topic;

/**
 * A message to be published once the transaction that makes it has committed.
 *
 * @param id the CloudEvents id; the same at every repetition
 * @param type the CloudEvents type, such as {@code finding-raised}
 * @param key the record key: messages of one key keep their order
 * @param payload the JSON body
 * @param reason why the message is where it is, for a parked one; goes into the header {@code reason}
 */
public record OutgoingMessage(
        Topic topic,
        UUID id,
        String type,
        String key,
        byte[] payload,
        @Nullable String reason) {

    /** A message that needs no reason. */
    public OutgoingMessage(Topic topic, UUID id, String type, String key, byte[] payload) {
        this(topic, id, type, key, payload, null);
    }
}
