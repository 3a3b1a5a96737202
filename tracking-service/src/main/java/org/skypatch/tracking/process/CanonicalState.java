package org.skypatch.tracking.process;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.tracking.balance.Draw;

/**
 * What must be the same however the same events came in: events, joins, who sees them, status, open findings and draws.
 * Not ids of movements and findings, nor when something was found, nor what was found and cleared. Its hash does not hang
 * on the order in which movements are added, so that any number of them can be streamed through it.
 */
public final class CanonicalState {

    private static final BigInteger SIZE = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum = BigInteger.ZERO;

    /**
     * One movement.
     *
     * @param events their ids are names: those of reporter and event id
     * @param open findings
     */
    public record OfMovement(
            Set<UUID> events,
            String joined,
            Set<String> audience,
            String status,
            List<Finding> open,
            List<Draw> draws) {

        /** All that counts of it, as a line of text. */
        public String line() {
            return new TreeSet<>(events) + " " + joined + " " + new TreeSet<>(audience) + " " + status + " "
                    + open.stream().map(OfMovement::found).sorted().toList() + " "
                    + draws.stream().map(OfMovement::drawn).sorted().toList();
        }

        private static String found(Finding finding) {
            return finding.rule() + ":" + finding.subject() + ":" + finding.severity() + ":" + finding.observed();
        }

        private static String drawn(Draw draw) {
            return draw.account().record() + " " + draw.event() + " " + draw.departedAt() + " " + draw.drawn() + " "
                    + draw.pending();
        }
    }

    /** Adds movements, in any order. */
    public CanonicalState with(Collection<OfMovement> movements) {
        movements.forEach(movement -> sum = sum.add(digest(movement.line())).mod(SIZE));
        return this;
    }

    /** The hash of all that was added, hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(sum.add(SIZE).toByteArray()).substring(2);
    }

    private static BigInteger digest(String line) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
