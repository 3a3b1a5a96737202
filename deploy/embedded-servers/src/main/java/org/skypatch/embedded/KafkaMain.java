package org.skypatch.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The program of a {@link KafkaProcess}: runs until it is told to stop, or until whoever started it is gone. */
public final class KafkaMain {

    private KafkaMain() {}

    /** @param arguments directory, port, port of the controller */
    public static void main(String[] arguments) throws IOException {
        KafkaBroker broker = KafkaBroker.start(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        while (System.in.read() >= 0) {
            // the parent never writes; the end of the stream is the end of the parent
        }
        System.exit(0);
    }
}
