package org.skypatch.guilty.web.store;

import jakarta.ws.rs.core.MediaType;

/** Guilty: a store that speaks HTTP. */
class AnswersHttp {
    MediaType type = MediaType.APPLICATION_JSON_TYPE;
}
