package org.skypatch.registry.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.registry.balance.BalanceHearing.Unreadable;

/** Reads the bytes of records of the topic {@code balances}, and says what is wrong with those it cannot read. */
final class BalanceReader {

    private final ObjectMapper json;

    /**
     * @param json the mapper of the topics
     */
    BalanceReader(ObjectMapper json) {
        this.json = json;
    }

    /** What a batch says, in its order. */
    record Batch(List<BalanceChanged> balances, List<Unreadable> unreadable) {}

    Batch read(Iterable<ConsumerRecord<String, byte[]>> records) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (ConsumerRecord<String, byte[]> message : records) {
            try {
                batch.balances().add(balance(message.value()));
            } catch (IOException e) {
                batch.unreadable()
                        .add(new Unreadable(
                                message.topic(),
                                message.partition(),
                                message.offset(),
                                message.key(),
                                message.value(),
                                reason(e)));
            }
        }
        return batch;
    }

    private BalanceChanged balance(byte @Nullable [] payload) throws IOException {
        if (payload == null || payload.length == 0) {
            throw new IOException("the record is empty");
        }
        @Nullable BalanceChanged balance = json.readValue(payload, BalanceChanged.class);
        if (balance == null) {
            throw new IOException("the record says null");
        }
        require("/record", balance.record());
        require("/asOf", balance.asOf());
        require("/granted", balance.granted());
        require("/drawn", balance.drawn());
        require("/pending", balance.pending());
        require("/left", balance.left());
        if (balance.revision() < 1) {
            throw new IOException("missing: /revision");
        }
        return balance;
    }

    private static void require(String pointer, @Nullable Object value) throws IOException {
        if (value == null) {
            throw new IOException("missing: " + pointer);
        }
    }

    private static String reason(IOException e) {
        return e instanceof JsonProcessingException problem
                ? "cannot be read: " + problem.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
