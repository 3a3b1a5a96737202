package org.skypatch.notification.alert;

import org.skypatch.notification.testing.InMemoryAlertLedgers;

class InMemoryAlertLedgersTest extends AlertLedgersContract {

    private final InMemoryAlertLedgers memory = new InMemoryAlertLedgers();

    @Override
    protected AlertLedgers ledgers() {
        return memory;
    }

    @Override
    protected Streams streams() {
        return memory;
    }
}
