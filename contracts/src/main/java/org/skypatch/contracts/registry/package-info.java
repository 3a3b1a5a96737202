/** What the registry says on its topic: dated versions of licences, traders, coverage, requirements, parties and commodities. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.registry;

import org.jspecify.annotations.NullMarked;
