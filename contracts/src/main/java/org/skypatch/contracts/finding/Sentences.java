package org.skypatch.contracts.finding;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.skypatch.contracts.access.Sight;

/** Says a {@link Sentence} in a language; what the reader may not see reads {@code ***}. */
public final class Sentences {

    private static final String BUNDLE = "org.skypatch.contracts.finding.sentences";

    private Sentences() {}

    /** The sentence in the language, else in English, as this reader may read it; the key alone if there is no such sentence. */
    public static String say(Sentence sentence, Locale language, Sight reader) {
        String text = template(sentence.key(), language);
        for (SentenceArgument argument : sentence.arguments()) {
            text = text.replace("{" + argument.name() + "}", argument.readBy(reader));
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
