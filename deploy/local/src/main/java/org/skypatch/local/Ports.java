package org.skypatch.local;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.skypatch.embedded.FreePorts;

/**
 * The ports of one run, one after the other.
 *
 * @param origin the only one that people and other systems use
 */
record Ports(int origin) {

    static final int USUAL_ORIGIN = 8080;

    private static final int COUNT = 8;
    private static final int HIGHEST = 65535;

    Ports {
        if (origin < 1 || origin + COUNT - 1 > HIGHEST) {
            throw new IllegalArgumentException("ports go from 1 to " + HIGHEST + ", and " + COUNT + " are needed");
        }
    }

    int service(Service service) {
        return origin + 1 + service.ordinal();
    }

    int keycloak() {
        return origin + 4;
    }

    int postgres() {
        return origin + 5;
    }

    int kafka() {
        return origin + 6;
    }

    int kafkaController() {
        return origin + 7;
    }

    URI originAddress() {
        return URI.create("http://localhost:" + origin);
    }

    List<Integer> taken() {
        return IntStream.range(origin, origin + COUNT)
                .filter(port -> !FreePorts.isFree(port))
                .boxed()
                .toList();
    }
}
