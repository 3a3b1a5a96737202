package org.skypatch.tracking.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.tracking.process.Citations;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Licences;

/** Reads the registry records that movements cite, by their keys. */
final class CitedRecords {

    /** The farthest that the policy for near misses may look. */
    private static final int MOST_EDITS = 2;

    private final Connection connection;
    private final Json json;

    CitedRecords(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    Cited read(Citations citations, Predicate<RegistryEvent> known) throws SQLException {
        List<RegistryEvent> records = new ArrayList<>();
        Set<String> licences =
                citations.licences().stream().map(Licences::folded).collect(Collectors.toCollection(TreeSet::new));
        records.addAll(byLookup("licence", licences));
        records.addAll(byLookup("notification", citations.notifications()));
        records.addAll(byLookup("trader", citations.traders()));
        records.removeIf(known.negate());
        records.forEach(record -> {
            if (record instanceof RegistryEvent.LicenceRecorded licence) {
                licences.remove(Licences.folded(
                        Licences.number(licence.versions().getLast().fact())));
            }
        });
        byLookup("licence", like(licences)).stream().filter(known).forEach(records::add);
        return Cited.of(records);
    }

    private List<RegistryEvent> byLookup(String kind, Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(
                        connection, "select payload from registry_record where kind = ? and lookup = any(?)")
                .with(kind)
                .withAll("text", keys)) {
            return select.list(row -> json.read(row.getBytes(1), RegistryEvent.class));
        }
    }

    /** The registered numbers that look like one of these: of the same issuer and nearly the same length, then compared. */
    private Set<String> like(Set<String> unknown) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String number : unknown) {
            String issuer = number.substring(0, 3);
            try (Statement select = new Statement(
                            connection,
                            "select lookup from registry_record where kind = 'licence' and lookup ^@ ?"
                                    + " and length(lookup) between ? and ?")
                    .with(issuer)
                    .with(number.length() - MOST_EDITS)
                    .with(number.length() + MOST_EDITS)) {
                select.list(row -> row.getString(1)).stream()
                        .filter(candidate -> Licences.isLike(candidate, number, MOST_EDITS))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
