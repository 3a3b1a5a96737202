package org.skypatch.tracking.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as the identity provider would give them. */
public final class Tokens {

    private Tokens() {}

    /** A customs officer of this country. */
    public static String officer(String country) {
        return officer(country, Duration.ofMinutes(10));
    }

    /** A customs officer of this country, for so long. */
    public static String officer(String country, Duration validFor) {
        return sign(claims(country + "-customs", validFor).claim("country", country), "reporter", "officer");
    }

    /** The ozone unit of this country. */
    public static String authority(String country) {
        return sign(claims(country + "-nou", Duration.ofMinutes(10)).claim("country", country), "officer", "authority");
    }

    /** The analyst of this region. */
    public static String analyst(String region) {
        return sign(claims("RILO-any", Duration.ofMinutes(10)).claim("region", region), "analyst");
    }

    public static String operator() {
        return sign(claims("SP-operator", Duration.ofMinutes(10)), "operator");
    }

    public static String admin() {
        return sign(claims("SP-admin", Duration.ofMinutes(10)), "admin");
    }

    /** A machine that may report and nothing else. */
    public static String reporter(String country) {
        return sign(claims(country + "-customs", Duration.ofMinutes(10)).claim("country", country), "reporter");
    }

    private static JwtClaimsBuilder claims(String administration, Duration validFor) {
        return Jwt.claims()
                .subject(administration)
                .audience("skypatch")
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plus(validFor))
                .claim("administration", administration);
    }

    private static String sign(JwtClaimsBuilder claims, String... roles) {
        return claims.claim("roles", List.of(roles)).sign(key());
    }

    private static PrivateKey key() {
        byte[] encoded =
                Base64.getDecoder().decode(ConfigProvider.getConfig().getValue(SigningKey.SETTING, String.class));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
