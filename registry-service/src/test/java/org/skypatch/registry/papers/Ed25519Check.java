package org.skypatch.registry.papers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Checks a compact JWS as somebody would who has never heard of the library that made it: split at the points, decode, and
 * ask the platform's Ed25519 about the first two parts.
 */
public final class Ed25519Check {

    /** What stands before the 32 bytes of the point in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] BEFORE_THE_POINT = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519Check() {}

    public static boolean holds(String code, String x) throws GeneralSecurityException {
        String[] parts = code.split("\\.");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key(x));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        try {
            return check.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (SignatureException e) {
            return false;
        }
    }

    private static PublicKey key(String x) throws GeneralSecurityException {
        byte[] point = Base64.getUrlDecoder().decode(x);
        byte[] encoded = new byte[BEFORE_THE_POINT.length + point.length];
        System.arraycopy(BEFORE_THE_POINT, 0, encoded, 0, BEFORE_THE_POINT.length);
        System.arraycopy(point, 0, encoded, BEFORE_THE_POINT.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
