package org.skypatch.registry;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Real signed tokens with the claims of the realm {@code skypatch}. */
final class Tokens {

    private Tokens() {}

    /** The national ozone unit of a country. */
    static String nou(String country) {
        return token(country + "-nou", country, List.of("officer", "authority"), List.of("ozone"));
    }

    /** The competent authority of a country for waste and chemicals. */
    static String competentAuthority(String country) {
        return token(country + "-ca", country, List.of("officer", "authority"), List.of("basel", "pic", "pop"));
    }

    /** The customs administration of a country. */
    static String customs(String country) {
        return token(country + "-customs", country, List.of("reporter", "officer"), List.of());
    }

    static String admin() {
        return token("SKYPATCH-admin", null, List.of("admin"), List.of());
    }

    static String operator() {
        return token("SKYPATCH-operator", null, List.of("operator"), List.of());
    }

    static String analyst() {
        return token("RILO-AP", null, List.of("analyst"), List.of());
    }

    static String token(String administration, @Nullable String country, List<String> roles, List<String> competence) {
        JwtClaimsBuilder claims = Jwt.audience("skypatch")
                .subject(administration)
                .claim("preferred_username", administration.toLowerCase(java.util.Locale.ROOT))
                .claim("administration", administration)
                .claim("roles", roles)
                .claim("competence", competence);
        if (country != null) {
            claims.claim("country", country);
        }
        return claims.expiresIn(600).sign(key());
    }

    private static PrivateKey key() {
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(ConfigProvider.getConfig().getValue(SigningKey.PRIVATE_HALF, String.class));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
