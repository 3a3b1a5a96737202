package org.skypatch.registry.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts secret halves for the database: AES-256-GCM with a fresh nonce, bound to the key's id. */
final class KeyWrapping {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom chance = new SecureRandom();

    private KeyWrapping(SecretKey key) {
        this.key = key;
    }

    /**
     * Under this key.
     *
     * @throws IllegalArgumentException if it is not 32 bytes in base64
     */
    static KeyWrapping under(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("skypatch.seals.wrapping-key must be 32 bytes, base64");
        }
        return new KeyWrapping(new SecretKeySpec(bytes, "AES"));
    }

    byte[] wrap(byte[] secret, String id) {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        byte[] wrapped = run(Cipher.ENCRYPT_MODE, nonce, secret, id);
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
    byte[] unwrap(byte[] wrapped, String id) {
        ByteBuffer all = ByteBuffer.wrap(wrapped);
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, id);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String id) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept key cannot be wrapped or unwrapped", e);
        }
    }
}
