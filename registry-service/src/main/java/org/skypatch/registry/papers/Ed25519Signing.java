package org.skypatch.registry.papers;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.skypatch.registry.seal.Signing;

/** EdDSA by jose4j. The secret half is kept as PKCS #8. */
@ApplicationScoped
class Ed25519Signing implements Signing {

    private static final String ED25519 = "Ed25519";

    @Override
    public NewKey newKey() {
        try {
            OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(ED25519);
            String x = (String)
                    key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).get("x");
            return new NewKey(
                    key.calculateBase64urlEncodedThumbprint("SHA-256"),
                    x,
                    key.getPrivateKey().getEncoded());
        } catch (JoseException e) {
            throw new IllegalStateException("a key cannot be made", e);
        }
    }

    @Override
    public String sign(byte[] secret, String keyId, Map<String, Object> claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(keyId);
        signature.setPayload(JsonUtil.toJson(claims));
        try {
            signature.setKey(privateKey(secret));
            return signature.getCompactSerialization();
        } catch (JoseException | GeneralSecurityException e) {
            throw new IllegalStateException("claims cannot be signed", e);
        }
    }

    private static PrivateKey privateKey(byte[] secret) throws GeneralSecurityException {
        return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(secret));
    }
}
