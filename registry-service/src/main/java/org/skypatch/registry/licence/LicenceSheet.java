package org.skypatch.registry.licence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.registry.paper.Paper;
import org.skypatch.registry.paper.Paper.Block;
import org.skypatch.registry.paper.Paper.Box;
import org.skypatch.registry.paper.Paper.Boxes;
import org.skypatch.registry.paper.Paper.Part;
import org.skypatch.registry.paper.Paper.Width;
import org.skypatch.registry.paper.Paper.Words;

/** A licence as it is printed, and what its code says. */
public final class LicenceSheet {

    private LicenceSheet() {}

    /**
     * What is signed: enough to compare a paper with, and the revision, so that a newer one is known as newer.
     *
     * @param at when it is signed
     */
    public static Map<String, Object> claims(LicenceFact licence, long revision, String by, Instant at) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", by);
        claims.put("sub", licence.issuer() + "/" + licence.number());
        claims.put("iat", at.getEpochSecond());
        claims.put("revision", revision);
        put(claims, "kind", licence.kind().label());
        put(claims, "state", licence.state().label());
        put(claims, "holder", licence.holder());
        put(claims, "counterpart", licence.counterpart());
        put(claims, "commodity", licence.commodity());
        put(claims, "massKg", licence.massKg());
        put(claims, "odpTonnes", licence.odpTonnes());
        put(claims, "co2eTonnes", licence.co2eTonnes());
        put(claims, "units", licence.units());
        put(claims, "validFrom", licence.validFrom());
        put(claims, "validUntil", licence.validUntil());
        put(claims, "use", licence.use().label());
        put(claims, "exporterCountry", licence.exporterCountry());
        put(claims, "importerCountry", licence.importerCountry());
        return claims;
    }

    /**
     * The sheet.
     *
     * @param commodity the commodity's name; null if it is not known
     * @param code the sealed claims
     */
    public static Paper of(
            LicenceFact licence,
            long revision,
            @Nullable String commodity,
            Optional<LicenceBalance> balance,
            String code,
            Instant printedAt) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Licence", licenceBlocks(licence)));
        parts.add(new Part("Goods and amount", goodsBlocks(licence, commodity)));
        parts.add(new Part("Route", routeBlocks(licence)));
        balance.ifPresent(known -> parts.add(new Part("Balance", balanceBlocks(licence, known))));
        return new Paper(
                "Licence to " + licence.kind().label(),
                licence.issuer() + " / " + licence.number(),
                parts,
                code,
                "Revision " + revision + ", printed " + printedAt
                        + ". The code is signed by the issuing administration; what it says decides, not this print.");
    }

    private static List<Block> licenceBlocks(LicenceFact licence) {
        return List.of(
                Words.half("1", "Issued by", licence.issuer().value()),
                Words.half("2", "Number", licence.number()),
                Words.half("3", "State", state(licence.state())),
                new Boxes(
                        "4",
                        "Use",
                        List.of(
                                new Box("single", licence.use() == LicenceUse.SINGLE),
                                new Box("multiple", licence.use() == LicenceUse.MULTIPLE)),
                        Width.HALF),
                Words.half("5", "Valid from", licence.validFrom().toString()),
                Words.half("6", "Valid until (last day)", licence.validUntil().toString()),
                Words.half("7", "Holder", licence.holder().value()),
                Words.half("8", "Counterpart", text(licence.counterpart())),
                Words.wide("9", "Agent", text(licence.agent())));
    }

    private static List<Block> goodsBlocks(LicenceFact licence, @Nullable String commodity) {
        String id = licence.commodity().value();
        return List.of(
                Words.half("10", "Commodity", commodity == null ? id : commodity + " (" + id + ")"),
                Words.half("11", "Amount", amount(licence)),
                Words.half("12", "Intended use", licence.intendedUse()),
                Words.half("13", "Condition", licence.condition()),
                Words.wide("14", "Form", licence.form()));
    }

    private static List<Block> routeBlocks(LicenceFact licence) {
        return List.of(
                Words.half("15", "Exporting country", licence.exporterCountry().value()),
                Words.half("16", "Importing country", licence.importerCountry().value()),
                Words.wide(
                        "17",
                        "Ports",
                        licence.ports().isEmpty()
                                ? "any"
                                : licence.ports().stream()
                                        .map(LocationCode::value)
                                        .collect(Collectors.joining(", "))));
    }

    private static List<Block> balanceBlocks(LicenceFact licence, LicenceBalance balance) {
        return List.of(Words.wide(
                "18",
                "Left at " + balance.asOf(),
                balance.left(licence)
                                .map(left -> left.toPlainString() + unit(licence))
                                .orElse("not told")
                        + (balance.isExhausted(licence) ? " (exhausted)" : "")));
    }

    private static String amount(LicenceFact licence) {
        Object amount = licence.massKg() != null
                ? licence.massKg()
                : licence.odpTonnes() != null
                        ? licence.odpTonnes()
                        : licence.co2eTonnes() != null ? licence.co2eTonnes() : licence.units();
        return amount + unit(licence);
    }

    private static String unit(LicenceFact licence) {
        if (licence.massKg() != null) {
            return " kg";
        }
        if (licence.odpTonnes() != null) {
            return " ODP-tonnes";
        }
        return licence.co2eTonnes() != null ? " tonnes CO2 equivalent" : " units";
    }

    private static String state(LicenceState state) {
        return switch (state) {
            case APPLIED -> "APPLIED FOR, NOT ISSUED";
            case ISSUED -> "issued";
            case REFUSED -> "REFUSED";
            case SUSPENDED -> "SUSPENDED";
            case EXPIRED -> "EXPIRED";
            case REVOKED -> "REVOKED";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value instanceof Long ? value : value.toString());
        }
    }
}
