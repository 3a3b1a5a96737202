package org.skypatch.registry.store;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the secret halves of seals are kept. */
@ConfigMapping(prefix = "skypatch.seals")
interface SealPolicy {

    /**
     * The key under which secret halves are encrypted in the database: 32 bytes, base64. A secret of the installation; without it
     * nothing can be sealed.
     */
    Optional<String> wrappingKey();
}
