package org.skypatch.registry.api;

import java.util.List;
import java.util.function.Function;
import org.skypatch.edge.page.Page;

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
}
