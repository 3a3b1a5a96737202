package org.skypatch.registry.sheet;

/** That a file cannot be read as a country sheet at all; the message is for the one who sent it. */
public final class UnreadableSheet extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableSheet(String message) {
        super(message);
    }

    public UnreadableSheet(String message, Throwable cause) {
        super(message, cause);
    }
}
