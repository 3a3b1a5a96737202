package org.skypatch.registry.trader;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.skypatch.contracts.registry.Registration;

/** The registrations of a trader as one column of JSON. */
record Registrations(@JsonValue List<Registration> list) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Registrations {
        list = List.copyOf(list);
    }
}
