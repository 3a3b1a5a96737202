package org.skypatch.registry.seal;

import java.util.List;
import java.util.Map;
import org.skypatch.contracts.access.AdministrationId;

/** The seals of administrations: each has a key of its own, made when it is first needed. */
public interface Seals {

    /**
     * Whether there is a place where secret halves may be kept; without it nothing is sealed, and the published keys still
     * check what was sealed before.
     */
    boolean canSeal();

    /**
     * Signs claims with the present key of an administration.
     *
     * @return a compact JWS (RFC 7515, EdDSA with Ed25519 as RFC 8037), naming its key
     */
    String seal(AdministrationId owner, Map<String, Object> claims);

    /** Makes a new key; the one before it signs nothing any more, and stays published, so that printed papers hold. */
    PublishedKey rotate(AdministrationId owner);

    /** Every key that ever signed something, by administration and age. */
    List<PublishedKey> published();
}
