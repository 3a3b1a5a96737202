package org.skypatch.registry.record;

/** What is to become of a record, decided in sight of what it is. */
public sealed interface Decision<F> {

    /** It becomes this; nothing is written if it is this already. */
    record Become<F>(F fact) implements Decision<F> {}

    /** It stays. */
    record Refuse<F>(Refusal refusal) implements Decision<F> {}
}
