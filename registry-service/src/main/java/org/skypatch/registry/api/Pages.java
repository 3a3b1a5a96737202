package org.skypatch.registry.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.Records;

/** Pages from rows of which one more was read than is shown. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, cursor.apply(shown.getLast()));
    }

    /** The name after which a page of records begins; empty for the first. */
    static String after(@Nullable String cursor) {
        return cursor == null ? "" : Cursor.read(cursor, 1).getFirst();
    }

    /** Records by name, of which one more was read than is shown. */
    static <F> Page<F> ofRecords(List<Records.Named<F>> rows, int limit) {
        Page<Records.Named<F>> page = of(rows, limit, row -> Cursor.write(row.name()));
        return new Page<>(page.items().stream().map(row -> row.record().fact()).toList(), page.next());
    }
}
