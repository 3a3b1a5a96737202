package org.skypatch.guilty.layers.store;

/** An innocent class of an edge. */
public class Rows {}
