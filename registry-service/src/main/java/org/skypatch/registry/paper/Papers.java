package org.skypatch.registry.paper;

/** Prints papers and codes. Whatever a text holds is printed as text; nothing is fetched from anywhere. */
public interface Papers {

    /** The paper as PDF, A4. */
    byte[] pdf(Paper paper);

    /**
     * A QR code as PNG, with its quiet zone.
     *
     * @param text at most about 2,300 bytes, as much as a code of medium correction can hold
     * @throws IllegalArgumentException if it does not fit
     */
    byte[] qrCode(String text);
}
