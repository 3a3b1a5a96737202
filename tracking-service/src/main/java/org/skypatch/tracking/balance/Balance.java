package org.skypatch.tracking.balance;

/**
 * What is left of a grant.
 *
 * @param drawn by what has arrived or was seized
 * @param pending by what left and has not arrived
 * @param left granted less drawn and pending; below zero if overdrawn
 */
public record Balance(Quantity granted, Quantity drawn, Quantity pending, Quantity left) {}
