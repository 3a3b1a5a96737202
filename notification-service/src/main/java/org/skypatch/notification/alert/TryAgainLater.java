package org.skypatch.notification.alert;

/** Nothing is wrong with the work; what it needs is away just now. */
public final class TryAgainLater extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TryAgainLater(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
