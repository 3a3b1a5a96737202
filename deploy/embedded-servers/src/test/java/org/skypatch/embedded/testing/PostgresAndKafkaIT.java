package org.skypatch.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.topic.Topic;

class PostgresAndKafkaIT {

    private final Map<String, String> settings = settingsFor("fault");

    @Test
    void tells_the_application_where_its_servers_are() throws SQLException {
        try (Connection connection = connect()) {
            assertThat(connection.getCatalog()).isEqualTo("fault");
        }
        assertThat(settings).containsEntry("kafka.bootstrap.servers", PostgresAndKafka.bootstrapServers());
    }

    @Test
    void gives_every_application_of_this_jvm_the_same_servers() {
        assertThat(settingsFor("fault")).isEqualTo(settings);
        assertThat(settingsFor("other").get("quarkus.datasource.jdbc.url"))
                .isEqualTo(PostgresAndKafka.jdbcUrl("other"));
    }

    @Test
    void takes_the_database_away_and_brings_it_back() throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute("create table if not exists kept (number integer)");
            connection.createStatement().execute("insert into kept values (1)");
        }

        PostgresAndKafka.stopDatabase();
        assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);

        PostgresAndKafka.startDatabase();
        PostgresAndKafka.killDatabase();
        assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);

        PostgresAndKafka.startDatabase();
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void takes_the_broker_away_and_brings_it_back() throws Exception {
        long first = send();

        PostgresAndKafka.stopBroker();
        assertThatThrownBy(this::send).hasRootCauseInstanceOf(TimeoutException.class);

        PostgresAndKafka.startBroker();
        PostgresAndKafka.killBroker();
        assertThatThrownBy(this::send).hasRootCauseInstanceOf(TimeoutException.class);

        PostgresAndKafka.startBroker();
        assertThat(send()).isEqualTo(first + 1);
    }

    private static Map<String, String> settingsFor(String database) {
        PostgresAndKafka resource = new PostgresAndKafka();
        resource.init(Map.of("database", database));
        return resource.start();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private long send() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.get("kafka.bootstrap.servers"),
                        "acks",
                        "all",
                        "enable.idempotence",
                        "false",
                        "max.block.ms",
                        "2000"),
                new StringSerializer(),
                new StringSerializer())) {
            return producer.send(new ProducerRecord<>(Topic.RELEASES.topicName(), "here"))
                    .get()
                    .offset();
        }
    }
}
