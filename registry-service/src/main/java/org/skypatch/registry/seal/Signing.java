package org.skypatch.registry.seal;

import java.util.Map;

/** The algorithm of seals: Ed25519. */
public interface Signing {

    NewKey newKey();

    /** Claims as a compact JWS that names its key. */
    String sign(byte[] secret, String keyId, Map<String, Object> claims);

    /**
     * A fresh key.
     *
     * @param id its thumbprint
     * @param x the public point, base64url
     * @param secret the secret half, to be kept encrypted
     */
    record NewKey(String id, String x, byte[] secret) {}
}
