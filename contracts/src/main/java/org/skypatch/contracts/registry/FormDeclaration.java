package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a declaration on a form, for whom and when.
 *
 * @param capacity exporter-notifier, generator-producer, importer-consignee or facility
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FormDeclaration(@Nullable String capacity, String name, LocalDate on) {}
