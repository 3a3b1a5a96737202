package org.skypatch.registry.sheet;

/** How the value of a column is written. */
public enum Shape {
    /** As it is. */
    TEXT,
    /** A decimal number with a point. */
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** A day such as {@code 2026-12-31}. */
    DAY,
    /** Several values: {@code a | b}. */
    LIST,
    /** Several values of several parts: {@code hcfc-22; 2026-01-01 | F; 2026-01-01; 2027-12-31}. */
    ENTRIES
}
