package org.skypatch.guilty.apart.store;

/** An innocent class of an edge. */
public class Rows {}
