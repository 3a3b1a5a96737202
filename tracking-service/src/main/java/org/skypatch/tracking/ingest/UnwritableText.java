package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.skypatch.contracts.problem.FieldProblem;

/** Texts that JSON can write and no database can keep: with the character NUL, or half a surrogate pair. */
final class UnwritableText {

    private UnwritableText() {}

    /** Adds a problem for every such text, wherever it stands. */
    static void find(JsonNode node, String pointer, List<FieldProblem> problems) {
        if (node.isTextual() && !isWritable(node.textValue())) {
            problems.add(new FieldProblem(pointer, "must not hold the character NUL or half a surrogate pair"));
        }
        node.properties().forEach(field -> {
            if (isWritable(field.getKey())) {
                find(
                        field.getValue(),
                        pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                        problems);
            } else {
                problems.add(new FieldProblem(pointer, "has a field whose name cannot be written"));
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                find(node.get(i), pointer + "/" + i, problems);
            }
        }
    }

    private static boolean isWritable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
