package org.skypatch.notification.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody does with an alert. */
public sealed interface WorkMove {

    /** How the move is written in paths and in the history. */
    String label();

    /** What the person had to say. */
    default Optional<String> words() {
        return Optional.empty();
    }

    /** Somebody has seen it. */
    record Acknowledge() implements WorkMove {
        @Override
        public String label() {
            return "acknowledge";
        }
    }

    /** Something is said; nothing else changes. */
    record Comment(String text) implements WorkMove {
        @Override
        public String label() {
            return "comment";
        }

        @Override
        public Optional<String> words() {
            return Optional.of(text);
        }
    }

    /** A person of the desk takes it, or is given it. */
    record Assign(String to) implements WorkMove {
        @Override
        public String label() {
            return "assign";
        }
    }

    /** Work ended: something was, or was not, the matter. */
    record Resolve(Outcome outcome, @Nullable String text) implements WorkMove {
        @Override
        public String label() {
            return "resolve";
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(text);
        }
    }

    /** Not worth any work. */
    record Dismiss(Outcome outcome, @Nullable String text) implements WorkMove {
        @Override
        public String label() {
            return "dismiss";
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(text);
        }
    }

    /** Not now: out of sight until then, unless it gets worse. */
    record Snooze(Instant until, @Nullable String text) implements WorkMove {
        @Override
        public String label() {
            return "snooze";
        }

        @Override
        public Optional<String> words() {
            return Optional.ofNullable(text);
        }
    }
}
