package org.skypatch.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try. */
public sealed interface Outcome {

    /** The endpoint has taken it: any status from 200 to 299. */
    record Taken(int status) implements Outcome {}

    /**
     * It was not taken.
     *
     * @param status of the answer; missing if there was none
     * @param why in words, without anything that the endpoint has written
     * @param retryAfter how long the endpoint asks to wait; missing if it does not ask
     */
    record Failed(
            @Nullable Integer status, String why, @Nullable Duration retryAfter) implements Outcome {}

    /** The endpoint says that it is gone for good: status 410. */
    record Gone() implements Outcome {}
}
