package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.skypatch.contracts.access.AdministrationId;

/**
 * One version of a record.
 *
 * @param recordedAt when the registry took it
 * @param by the administration that wrote it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Dated<F>(Instant recordedAt, AdministrationId by, F fact) {}
