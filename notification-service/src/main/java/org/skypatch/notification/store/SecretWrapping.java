package org.skypatch.notification.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.skypatch.notification.subscription.WebhookSecret;

/** Encrypts secrets of webhooks for the database: AES-256-GCM with a fresh nonce, bound to the secret's id. */
final class SecretWrapping {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom chance = new SecureRandom();

    private SecretWrapping(SecretKey key) {
        this.key = key;
    }

    /**
     * Under this key.
     *
     * @throws IllegalArgumentException if it is not 32 bytes in base64
     */
    static SecretWrapping under(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("skypatch.webhooks.wrapping-key must be 32 bytes, base64");
        }
        return new SecretWrapping(new SecretKeySpec(bytes, "AES"));
    }

    byte[] wrap(WebhookSecret secret, UUID id) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] wrapped = run(Cipher.ENCRYPT_MODE, nonce, secret.text().getBytes(StandardCharsets.US_ASCII), id);
        return ByteBuffer.allocate(nonce.length + wrapped.length)
                .put(nonce)
                .put(wrapped)
                .array();
    }

    /**
     * The secret.
     *
     * @throws IllegalStateException if it was wrapped under another key or for another id, or has been changed
     */
    WebhookSecret unwrap(byte[] wrapped, UUID id) {
        ByteBuffer all = ByteBuffer.wrap(wrapped);
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return new WebhookSecret(new String(run(Cipher.DECRYPT_MODE, nonce, rest, id), StandardCharsets.US_ASCII));
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, UUID id) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept secret cannot be wrapped or unwrapped", e);
        }
    }
}
