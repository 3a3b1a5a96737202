package org.skypatch.notification.delivery;

import java.util.Optional;

/** Which addresses a webhook may have. What a name stands for is checked again at each try. */
@FunctionalInterface
public interface WebhookAddresses {

    /** Why this URL cannot be called; empty if it can. */
    Optional<String> refusal(String url);
}
