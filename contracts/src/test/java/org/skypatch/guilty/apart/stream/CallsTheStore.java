package org.skypatch.guilty.apart.stream;

import org.skypatch.guilty.apart.store.Rows;

/** Guilty: one edge that uses another. */
class CallsTheStore {
    Rows rows = new Rows();
}
