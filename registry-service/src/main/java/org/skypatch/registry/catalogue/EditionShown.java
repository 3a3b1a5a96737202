package org.skypatch.registry.catalogue;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition as it was recorded.
 *
 * @param effectiveFrom the day from which the lists are to be read as this edition says
 * @param commodities how many commodities were known with it
 * @param parties how many countries and unions were known with it
 */
public record EditionShown(String version, LocalDate effectiveFrom, Instant recordedAt, int commodities, int parties) {}
