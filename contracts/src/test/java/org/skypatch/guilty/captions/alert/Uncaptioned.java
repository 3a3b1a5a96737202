package org.skypatch.guilty.captions.alert;

/** Guilty: lies in a package that nobody introduces. */
class Uncaptioned {}
