package org.skypatch.guilty.root;

/** Guilty: lies in the root package, and is not the wiring. */
class Stray {}
