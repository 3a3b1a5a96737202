package org.skypatch.tracking.process;

import java.util.List;
import org.skypatch.contracts.customs.RecordedEvent;

/** The topic of customs events, as the door writes it. */
public interface CustomsEventTopic {

    /**
     * Returns when the broker has acknowledged every one of the events.
     *
     * @throws Unavailable if it has not: some of them may be on the topic all the same, and may be sent again
     */
    void publish(List<RecordedEvent> events) throws Unavailable;

    /** The broker does not acknowledge just now. */
    final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("the broker does not acknowledge", cause);
        }
    }
}
