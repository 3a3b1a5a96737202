package org.skypatch.registry.record;

import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;

/**
 * Who writes a version of a record.
 *
 * @param person the account within the administration, for its own history; never published
 */
public record Author(
        AdministrationId administration, @Nullable String person) {}
