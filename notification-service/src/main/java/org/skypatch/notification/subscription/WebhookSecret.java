package org.skypatch.notification.subscription;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What an endpoint checks signatures with; shown once.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64 (Standard Webhooks 1.0)
 */
public record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final int LEAST = 24;
    private static final int MOST = 64;

    public WebhookSecret {
        int length = text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())).length : 0;
        if (length < LEAST || length > MOST) {
            throw new IllegalArgumentException("must be whsec_ and 24 to 64 bytes in base64");
        }
    }

    /** A new one. */
    public static WebhookSecret fresh(SecureRandom chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
