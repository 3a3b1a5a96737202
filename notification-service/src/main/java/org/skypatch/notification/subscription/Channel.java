package org.skypatch.notification.subscription;

/** Where news are brought. */
public sealed interface Channel {

    /**
     * A call to the subscriber's own server, after Standard Webhooks 1.0.
     *
     * @param url as the policy of addresses has accepted it
     */
    record Webhook(String url) implements Channel {}
}
