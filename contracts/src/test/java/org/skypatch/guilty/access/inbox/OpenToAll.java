package org.skypatch.guilty.access.inbox;

import jakarta.ws.rs.GET;

/** Guilty: does not say who may call it. */
class OpenToAll {
    @GET
    String everything() {
        return "";
    }
}
