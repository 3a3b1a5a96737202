package org.skypatch.guilty.messaging.store;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Guilty: a store that knows the broker. */
class ReadsTheTopic {
    String key(ConsumerRecord<String, byte[]> message) {
        return message.key();
    }
}
