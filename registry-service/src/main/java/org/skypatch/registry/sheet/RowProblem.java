package org.skypatch.registry.sheet;

/**
 * What is wrong with a row.
 *
 * @param column its header; empty if the row as a whole is meant
 */
public record RowProblem(String column, String reason) {}
