package org.skypatch.guilty.layers.alert;

import org.skypatch.guilty.layers.store.Rows;

/** Guilty: a core class that knows an edge. */
class AsksTheStore {
    Rows rows = new Rows();
}
