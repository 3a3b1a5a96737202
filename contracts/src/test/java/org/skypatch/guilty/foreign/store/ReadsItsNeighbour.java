package org.skypatch.guilty.foreign.store;

import org.skypatch.guilty.neighbour.alert.Secret;

/** Guilty: uses a class of another service. */
class ReadsItsNeighbour {
    Secret secret = new Secret("told");
}
