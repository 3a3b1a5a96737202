package org.skypatch.registry.party;

import org.skypatch.contracts.registry.PartyFact;

/** A country as the topic tells it, and what else the lists say of it. */
public record PartyEntry(PartyFact party, PartyDetail detail) {}
