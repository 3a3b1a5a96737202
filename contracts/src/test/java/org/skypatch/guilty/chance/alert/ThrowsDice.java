package org.skypatch.guilty.chance.alert;

import java.util.UUID;

/** Guilty: a core class that makes its ids by chance. */
class ThrowsDice {
    UUID id() {
        return UUID.randomUUID();
    }
}
