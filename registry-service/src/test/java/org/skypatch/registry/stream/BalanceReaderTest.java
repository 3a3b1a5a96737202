package org.skypatch.registry.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.balance.BalanceHearing.Unreadable;

class BalanceReaderTest {

    private final BalanceReader reader =
            new BalanceReader(JsonHabits.forTopics(new ObjectMapper().registerModule(new JavaTimeModule())));

    @Test
    void reads_the_sample_of_the_contract() throws IOException {
        BalanceReader.Batch batch = reader.read(List.of(message(sample())));

        assertThat(batch.unreadable()).isEmpty();
        assertThat(batch.balances())
                .extracting(BalanceChanged::record, BalanceChanged::revision)
                .containsExactly(tuple("licence:TH/TH-HCFC-2026-00017", 7L));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"record\": \"licence:TH/1\", \"revision\": \"x\"}",
                "{\"record\":\"a\",\"revision\":1}"
            })
    void puts_aside_what_is_no_balance_and_reads_on(@Nullable String poison) throws IOException {
        BalanceReader.Batch batch = reader.read(List.of(message(poison), message(sample())));

        assertThat(batch.balances()).hasSize(1);
        assertThat(batch.unreadable()).hasSize(1);
        assertThat(batch.unreadable().getFirst().reason()).isNotBlank();
    }

    @Test
    void keeps_where_a_message_stood() {
        Unreadable unreadable =
                reader.read(List.of(message("poison"))).unreadable().getFirst();

        assertThat(unreadable.topic()).isEqualTo("balances");
        assertThat(unreadable.partition()).isEqualTo(3);
        assertThat(unreadable.offset()).isEqualTo(17);
        assertThat(unreadable.payload()).isEqualTo("poison".getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> message(@Nullable String value) {
        return new ConsumerRecord<>(
                "balances",
                3,
                17,
                "key",
                Stream.ofNullable(value)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .findFirst()
                        .orElse(null));
    }

    private static String sample() throws IOException {
        try (InputStream in = BalanceReaderTest.class.getResourceAsStream("/samples/balance-changed/v1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
