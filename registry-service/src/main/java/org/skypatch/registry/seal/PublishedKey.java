package org.skypatch.registry.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * The public half of a key.
 *
 * @param id its thumbprint (RFC 7638), as named in what it signed
 * @param x the public point, base64url, as in a JWK (RFC 8037)
 * @param until when the next key took its place; null for the present one
 */
public record PublishedKey(
        String id,
        AdministrationId owner,
        String x,
        Instant from,
        @Nullable Instant until) {}
