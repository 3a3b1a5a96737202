package org.skypatch.contracts.finding;

/**
 * One value of a sentence.
 *
 * @param nominal whether it names a trader or a paper, which not every reader may see
 */
public record SentenceArgument(String name, String value, boolean nominal) {

    /** A value that everybody who sees the finding may read. */
    public static SentenceArgument plain(String name, Object value) {
        return new SentenceArgument(name, value.toString(), false);
    }

    /** A value that only readers with nominal sight may read. */
    public static SentenceArgument nominal(String name, Object value) {
        return new SentenceArgument(name, value.toString(), true);
    }
}
