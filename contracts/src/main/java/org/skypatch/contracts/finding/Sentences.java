package org.skypatch.contracts.finding;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Says a {@link Sentence} in a language; what the reader may not see reads {@code ***}. */
public final class Sentences {

    private static final String BUNDLE = "org.skypatch.contracts.finding.sentences";
    private static final String MASKED = "***";

    private Sentences() {}

    /**
     * The sentence in the language, else in English; the key alone if there is no such sentence.
     *
     * @param nominal whether the reader may see names of traders and numbers of papers
     */
    public static String say(Sentence sentence, Locale language, boolean nominal) {
        String text = template(sentence.key(), language);
        for (SentenceArgument argument : sentence.arguments()) {
            String value = argument.nominal() && !nominal ? MASKED : argument.value();
            text = text.replace("{" + argument.name() + "}", value);
        }
        return text;
    }

    private static String template(String key, Locale language) {
        try {
            return ResourceBundle.getBundle(
                            BUNDLE,
                            language,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
