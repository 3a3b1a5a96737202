package org.skypatch.registry.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret part of a feed's address, of 256 random bits. Only its SHA-256 digest is kept: nobody can guess back from it
 * what so many bits were, so no slower digest is needed.
 */
public final class FeedSecret {

    /** Bytes of a secret. */
    public static final int BYTES = 32;

    private FeedSecret() {}

    /** Random bytes as they are written in an address. */
    public static String written(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The digest under which a written secret is kept, in hexadecimal. */
    public static String digest(String written) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether a written secret is the one of a digest; takes the same time wherever they differ. */
    public static boolean fits(String written, String digest) {
        return MessageDigest.isEqual(
                digest(written).getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.US_ASCII));
    }
}
