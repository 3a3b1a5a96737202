package org.skypatch.local.realm;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The realm as text: one line for each client and user, so that a change shows as the lines it touches. */
public final class RealmFile {

    private RealmFile() {}

    /** Writes the file that is committed. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    static String text() {
        JsonObject realm = LocalRealm.json();
        List<String> fields = new ArrayList<>();
        for (String name : realm.fieldNames()) {
            fields.add("  " + Json.encode(name) + ": " + value(realm.getValue(name)));
        }
        return "{\n" + String.join(",\n", fields) + "\n}\n";
    }

    private static String value(Object value) {
        if (!(value instanceof JsonArray array) || array.isEmpty()) {
            return Json.encode(value);
        }
        List<String> lines =
                array.stream().map(each -> "    " + Json.encode(each)).toList();
        return "[\n" + String.join(",\n", lines) + "\n  ]";
    }
}
