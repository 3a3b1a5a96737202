package org.skypatch.guilty.neighbour.alert;

/** What belongs to another service. */
public record Secret(String text) {}
