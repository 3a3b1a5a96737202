package org.skypatch.embedded;

/** A server could not be prepared, started or reached; the message is meant for the person at the terminal. */
public final class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailure(String message) {
        super(message);
    }

    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
