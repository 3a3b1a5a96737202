package org.skypatch.registry.licence;

/** Why a licence does not cover what is shown with it. */
public enum CheckReason {
    NOT_ISSUED("not-issued"),
    REFUSED("refused"),
    SUSPENDED("suspended"),
    REVOKED("revoked"),
    EXPIRED("expired"),
    NOT_YET_VALID("not-yet-valid"),
    OTHER_HOLDER("other-holder"),
    OTHER_COUNTERPART("other-counterpart"),
    OTHER_COMMODITY("other-commodity"),
    OTHER_COUNTRIES("other-countries"),
    OTHER_PORTS("other-ports"),
    OTHER_USE("other-use"),
    AMOUNT("amount"),
    USED_UP("used-up");

    private final String label;

    CheckReason(String label) {
        this.label = label;
    }

    /** How it is written in answers. */
    public String label() {
        return label;
    }
}
