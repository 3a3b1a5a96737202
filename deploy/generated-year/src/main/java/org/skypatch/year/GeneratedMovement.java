package org.skypatch.year;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.registry.RegistryEvent;

/**
 * One movement of the year.
 *
 * @param number its place in the year, from 0
 * @param planted what is wrong with it; nothing if missing
 * @param records what the registry holds for its sake: licences, notifications, traders
 */
public record GeneratedMovement(
        int number, @Nullable Irregularity planted, List<Report> reports, List<RegistryEvent> records) {

    public GeneratedMovement {
        reports = List.copyOf(reports);
        records = List.copyOf(records);
    }

    /**
     * What an administration reports.
     *
     * @param recordedAt when the system is to take it, where that can be chosen
     * @param isTwice whether it is sent a second time
     */
    public record Report(CustomsEvent event, Instant recordedAt, boolean isTwice) {}
}
