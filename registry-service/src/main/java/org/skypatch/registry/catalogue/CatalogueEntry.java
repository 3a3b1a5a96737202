package org.skypatch.registry.catalogue;

import org.skypatch.contracts.registry.CommodityFact;

/** A commodity as the topic tells it, and what else the lists say of it. */
public record CatalogueEntry(CommodityFact commodity, CommodityDetail detail) {}
