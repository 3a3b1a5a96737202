package org.skypatch.registry.sheet;

import static org.skypatch.registry.sheet.Shape.DAY;
import static org.skypatch.registry.sheet.Shape.LIST;
import static org.skypatch.registry.sheet.Shape.NUMBER;
import static org.skypatch.registry.sheet.Shape.TEXT;
import static org.skypatch.registry.sheet.Shape.WHOLE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skypatch.registry.record.RecordKind;

/** The sheets that there are, each with its columns in the order of an export. */
public enum SheetKind {
    TRADERS(
            "traders",
            RecordKind.TRADER,
            List.of(
                    Column.optional("country", TEXT),
                    Column.required("id", TEXT),
                    Column.required("name", TEXT),
                    Column.optional("aliases", LIST),
                    Column.optional("roles", LIST),
                    Column.optional("address", TEXT),
                    Column.entries(
                            "registrations",
                            "commodity|group",
                            "from",
                            "until",
                            "number",
                            "operations[]",
                            "capacityKg"),
                    Column.optional("standing", TEXT))),
    LICENCES(
            "licences",
            RecordKind.LICENCE,
            List.of(
                    Column.optional("issuer", TEXT),
                    Column.required("number", TEXT),
                    Column.required("kind", TEXT),
                    Column.optional("state", TEXT),
                    Column.required("holder", TEXT),
                    Column.optional("counterpart", TEXT),
                    Column.required("commodity", TEXT),
                    Column.optional("massKg", NUMBER),
                    Column.optional("odpTonnes", NUMBER),
                    Column.optional("co2eTonnes", NUMBER),
                    Column.optional("units", WHOLE),
                    Column.required("validFrom", DAY),
                    Column.required("validUntil", DAY),
                    Column.required("use", TEXT),
                    Column.required("exporterCountry", TEXT),
                    Column.required("importerCountry", TEXT),
                    Column.optional("intendedUse", TEXT),
                    Column.optional("condition", TEXT),
                    Column.optional("form", TEXT),
                    Column.optional("agent", TEXT),
                    Column.optional("ports", LIST),
                    Column.optional("consultation", TEXT))),
    QUOTAS(
            "quotas",
            RecordKind.QUOTA,
            List.of(
                    Column.optional("country", TEXT),
                    Column.required("year", WHOLE),
                    Column.optional("group", TEXT),
                    Column.optional("commodity", TEXT),
                    Column.required("direction", TEXT),
                    Column.optional("massKg", NUMBER),
                    Column.optional("odpTonnes", NUMBER),
                    Column.optional("co2eTonnes", NUMBER),
                    Column.within("countsIntendedUses", "counts/intendedUses", LIST),
                    Column.within("countsExceptUses", "counts/exceptUses", LIST),
                    Column.within("countsConditions", "counts/conditions", LIST),
                    Column.within("countsForms", "counts/forms", LIST),
                    Column.within("countsPackageKinds", "counts/packageKinds", LIST),
                    Column.optional("countsAt", TEXT),
                    Column.entries("allocations", "trader", "massKg", "odpTonnes", "co2eTonnes"),
                    Column.optional("legalBasis", TEXT)));

    private final String label;
    private final RecordKind<?> records;
    private final List<Column> columns;

    SheetKind(String label, RecordKind<?> records, List<Column> columns) {
        this.label = label;
        this.records = records;
        this.columns = columns;
    }

    /**
     * The sheet of this name.
     *
     * @throws IllegalArgumentException naming the sheets there are
     */
    public static SheetKind of(String label) {
        return parse(label).orElseThrow(() -> new IllegalArgumentException("must be one of traders, licences, quotas"));
    }

    /** The sheet of this name, in whatever case; empty if there is none. */
    public static Optional<SheetKind> parse(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    public String label() {
        return label;
    }

    /** The kind of record that a row of it is. */
    public RecordKind<?> records() {
        return records;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The column in which a record has a field, by the field's JSON pointer. */
    Optional<Column> columnOf(String pointer) {
        return columns.stream()
                .filter(column -> (pointer + "/").startsWith("/" + column.field() + "/"))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}
