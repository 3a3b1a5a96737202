package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.LicenceNumber;

/**
 * Names and numbers of a movement: for the countries that it concerns only.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NominalDetail(
        List<String> references,
        @Nullable NamedTrader exporter,
        @Nullable NamedTrader importer,
        List<LicenceNumber> licences,
        List<ContainerNumber> containers) {
    public NominalDetail {
        references = references == null ? List.of() : List.copyOf(references);
        licences = licences == null ? List.of() : List.copyOf(licences);
        containers = containers == null ? List.of() : List.copyOf(containers);
    }
}
