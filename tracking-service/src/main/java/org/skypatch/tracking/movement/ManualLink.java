package org.skypatch.tracking.movement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.trade.CountryCode;

/**
 * What was said of one pair of events, and what comes of it: a pure function of the statements, in whatever order they came.
 *
 * @param statements everything that was said, in order
 */
public record ManualLink(List<LinkStatement> statements) {

    /** What comes of it. */
    public enum State {
        /** Some say that the two belong together, and not yet enough. */
        PROPOSED("proposed"),
        /** They are one consignment. */
        AGREED("agreed"),
        /** One of the sides says that they are not. */
        REFUSED("refused");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** How it is written in JSON. */
        public String label() {
            return label;
        }
    }

    public ManualLink {
        statements = statements.stream()
                .sorted(Comparator.comparing(LinkStatement::at)
                        .thenComparing(statement ->
                                statement.country().map(CountryCode::value).orElse(""))
                        .thenComparing(LinkStatement::ordinal))
                .toList();
    }

    /** The links that statements make, by their ids. */
    public static Map<UUID, ManualLink> of(Collection<LinkStatement> statements) {
        Map<UUID, ManualLink> links = new TreeMap<>();
        statements.stream()
                .collect(Collectors.groupingBy(LinkStatement::link))
                .forEach((id, said) -> links.put(id, new ManualLink(said)));
        return links;
    }

    /** By which it is known. */
    public UUID id() {
        return statements.getFirst().link();
    }

    public UUID one() {
        return statements.getFirst().one();
    }

    public UUID other() {
        return statements.getFirst().other();
    }

    /**
     * What comes of it. Refused if one of the two sides last said so. Agreed if a side says that they belong together, and,
     * where two countries reported the ends, the other side or an operator says so too.
     */
    public State state() {
        Collection<LinkStatement> last = statements.stream()
                .collect(Collectors.toMap(
                        LinkStatement::country, statement -> statement, (a, b) -> a.ordinal() > b.ordinal() ? a : b))
                .values();
        if (last.stream().anyMatch(statement -> statement.isBySide() && !statement.together())) {
            return State.REFUSED;
        }
        List<LinkStatement> joining = last.stream()
                .filter(LinkStatement::together)
                .filter(statement -> statement.isBySide() || statement.country().isEmpty())
                .toList();
        LinkStatement any = statements.getFirst();
        int needed = any.oneSide().equals(any.otherSide()) ? 1 : 2;
        boolean isAgreed = joining.stream().anyMatch(LinkStatement::isBySide) && joining.size() >= needed;
        return isAgreed ? State.AGREED : State.PROPOSED;
    }

    /** The event at the other end. */
    public Optional<UUID> otherEnd(UUID event) {
        if (event.equals(one())) {
            return Optional.of(other());
        }
        return event.equals(other()) ? Optional.of(one()) : Optional.empty();
    }
}
