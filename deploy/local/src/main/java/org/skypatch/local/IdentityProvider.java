package org.skypatch.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.skypatch.embedded.EmbeddedKeycloak;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.KeycloakProgram;
import org.skypatch.embedded.KeycloakSettings;
import org.skypatch.embedded.ProgramCache;
import org.skypatch.embedded.ServerFailure;

/** Keycloak with the committed realm: when the file or the origin has changed, the realm is imported anew. */
record IdentityProvider(Path checkout, DataDirectory data, Ports ports) {

    private static final String DATABASE = "keycloak";

    /** Unpacks and builds the program if that was not done before. */
    KeycloakProgram program() {
        return KeycloakProgram.from(archive(), ProgramCache.ofThisUser());
    }

    private Path archive() {
        try (Stream<Path> files = Files.list(checkout.resolve("deploy/local/target/servers"))) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new ServerFailure("Keycloak's archive is missing: build deploy/local"));
        } catch (IOException e) {
            throw new ServerFailure("Keycloak's archive is missing: build deploy/local", e);
        }
    }

    EmbeddedKeycloak start(KeycloakProgram program, EmbeddedPostgres postgres) {
        Path realm = checkout.resolve("deploy/keycloak/skypatch-realm.json");
        String fingerprint = fingerprint(realm);
        if (!data.importedRealm().filter(fingerprint::equals).isPresent()) {
            postgres.databases().drop(DATABASE);
        }
        postgres.databases().createOwned(DATABASE, EmbeddedPostgres.PASSWORD);
        EmbeddedKeycloak keycloak = EmbeddedKeycloak.start(
                program,
                data.keycloak(),
                new KeycloakSettings(
                        ports.keycloak(),
                        ports.originAddress(),
                        realm,
                        postgres.jdbcUrl(DATABASE),
                        DATABASE,
                        EmbeddedPostgres.PASSWORD),
                data.newLog("keycloak"));
        data.rememberImportedRealm(fingerprint);
        return keycloak;
    }

    private String fingerprint(Path realm) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realm));
            return HexFormat.of()
                    .formatHex(digest.digest(ports.originAddress().toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ServerFailure("cannot read " + realm + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
