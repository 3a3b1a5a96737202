package org.skypatch.notification.store;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.alert.AlertLedgers;
import org.skypatch.notification.alert.AlertLedgersContract;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.testing.SigningKey;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class PostgresAlertLedgersIT extends AlertLedgersContract {

    private final AlertLedgers ledgers;
    private final Streams streams;

    PostgresAlertLedgersIT(AlertLedgers ledgers, Streams streams) {
        this.ledgers = ledgers;
        this.streams = streams;
    }

    @Override
    protected AlertLedgers ledgers() {
        return ledgers;
    }

    @Override
    protected Streams streams() {
        return streams;
    }
}
