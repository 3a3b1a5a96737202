package org.skypatch.registry.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;

/** Customs unions that stand where a country stands, and who is a member when, as the packaged list says. */
public final class Unions {

    private static final String LIST = "/catalogue/union-members.csv";
    private static final List<Membership> MEMBERSHIPS = read();

    private Unions() {}

    private record Membership(
            CountryCode union,
            CountryCode member,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** The union that a country is a member of on a day. */
    public static Optional<CountryCode> of(CountryCode country, LocalDate on) {
        return MEMBERSHIPS.stream()
                .filter(membership -> membership.member().equals(country) && membership.holdsOn(on))
                .map(Membership::union)
                .findFirst();
    }

    /** Whether one is the other, or the union that the other is a member of on a day. */
    public static boolean areOne(CountryCode one, CountryCode other, LocalDate on) {
        return one.equals(other)
                || of(one, on).filter(other::equals).isPresent()
                || of(other, on).filter(one::equals).isPresent();
    }

    private static List<Membership> read() {
        try (InputStream in = Objects.requireNonNull(Unions.class.getResourceAsStream(LIST), LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 5))
                    .map(row -> new Membership(
                            CountryCode.of(row[0]),
                            CountryCode.of(row[1]),
                            LocalDate.parse(row[2]),
                            row[3].isEmpty() ? null : LocalDate.parse(row[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
    }
}
