package org.skypatch.tracking.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.customs.Transport;

/**
 * A report without names and numbers, as regional offices and operators read it: no trader's id or name, no reference, no
 * number of a declaration, licence or transport document, no container, seal, vehicle or vessel, no words.
 */
final class MaskedReport {

    /** Stands for the reporter's own number of the report. */
    private static final String MASKED = "***";

    private MaskedReport() {}

    /** What is left of the report. */
    static CustomsEvent of(CustomsEvent report) {
        Traders traders = report.traders();
        return new CustomsEvent(
                MASKED,
                report.type(),
                report.occurredAt(),
                report.reportedBy(),
                References.NONE,
                report.filedAt(),
                List.of(),
                report.route(),
                new Traders(
                        country(traders.exporter()),
                        country(traders.importer()),
                        country(traders.carrier()),
                        country(traders.generator()),
                        country(traders.facility())),
                report.goods(),
                report.isFinal(),
                null,
                report.illegality(),
                null,
                new Transport(
                        report.transport().mode(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        report.transport().procedure(),
                        report.transport().expectedArrival()),
                report.handling(),
                null,
                Map.of());
    }

    private static @Nullable NamedTrader country(@Nullable NamedTrader trader) {
        return trader == null || trader.country() == null ? null : new NamedTrader(null, null, trader.country());
    }
}
