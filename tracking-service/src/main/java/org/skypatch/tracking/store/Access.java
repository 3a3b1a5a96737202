package org.skypatch.tracking.store;

/** How a transaction goes about with others. */
enum Access {
    /** Joins and judges beside others, each keeping the others away from what it works on. */
    SHARED,
    /** Reads as of one moment, and waits for nobody. */
    READ_ONLY,
    /** Joins and judges while nobody else does: there is nobody to keep away. */
    ALONE
}
