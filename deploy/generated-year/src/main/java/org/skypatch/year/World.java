package org.skypatch.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The countries of the year and the ways between them on which controlled goods move. */
final class World {

    /** Forty countries of the local realm. */
    static final List<String> COUNTRIES = List.of(
            "AE", "AR", "AU", "BD", "BE", "BR", "CA", "CL", "CN", "DE", "EG", "ES", "FR", "GB", "GE", "GH", "GR", "ID",
            "IN", "IT", "JP", "KE", "KR", "LK", "MX", "MY", "NG", "NL", "NP", "PH", "PK", "PL", "RU", "SG", "TH", "TR",
            "UA", "US", "VN", "ZA");

    static final Set<String> UNION = Set.of("BE", "DE", "ES", "FR", "GR", "IT", "NL", "PL");

    /** Countries that report nothing and share no list. */
    static final Set<String> SILENT = Set.of("GE", "NP", "PK");

    /** Countries, or the union, that demand licences for exports. */
    static final Set<String> LICENSING_EXPORTS = Set.of("CN", "IN", "KR", "JP", "US", "EU", "SG", "AE");

    /** Parties that do not operate under Article 5 of the Montreal Protocol. */
    static final Set<String> NOT_ARTICLE_5 =
            Set.of("AU", "BE", "CA", "DE", "ES", "FR", "GB", "GR", "IT", "JP", "NL", "PL", "RU", "UA", "US");

    /** Where what is banned elsewhere is no concern: kept for movements that rules must find. */
    private static final List<String> PRODUCERS = List.of("CN", "IN", "KR", "JP", "US", "DE", "FR");

    private static final List<String> REFRIGERANTS =
            List.of("hcfc-22", "hfc-134a", "hfc-32", "hfc-125", "r-410a", "r-404a", "r-407c");

    private World() {}

    /**
     * One way.
     *
     * @param weight how often it is taken
     * @param transit countries between
     * @param mode sea, road or air
     * @param kind refrigerant, re-export, waste, chemical, equipment or empties
     */
    record Lane(
            int number,
            Kind kind,
            String dispatch,
            String destination,
            List<String> transit,
            String mode,
            String commodity,
            double weight) {

        /** The code of the authority that licenses for a country: the union where it is a member. */
        static String licensing(String country) {
            return UNION.contains(country) ? "EU" : country;
        }
    }

    /** What is special about the goods of a way. */
    enum Kind {
        REFRIGERANT,
        RE_EXPORT,
        WASTE,
        CHEMICAL,
        EQUIPMENT,
        EMPTIES,
        FUMIGANT
    }

    static List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (String trunk : List.of(
                "CN TH hcfc-22",
                "CN VN hfc-134a",
                "IN BD hcfc-22",
                "CN PH r-410a",
                "KR TH hfc-134a",
                "CN ID hfc-32",
                "IN LK hfc-134a",
                "CN MY r-404a",
                "US MX hfc-134a",
                "CN AE hfc-125",
                "JP TH r-407c",
                "DE GH r-404a",
                "CN SG hcfc-22",
                "CN SG hfc-134a",
                "CN AE hcfc-22",
                "CN NL hfc-134a")) {
            add(lanes, Kind.REFRIGERANT, trunk, 3.6);
        }
        Random chance = new Random(40);
        for (String destination : COUNTRIES) {
            for (int i = 0; i < 2; i++) {
                String from = PRODUCERS.get(chance.nextInt(PRODUCERS.size()));
                String commodity = REFRIGERANTS.get(chance.nextInt(REFRIGERANTS.size()));
                if (from.equals(destination) || UNION.contains(from) && UNION.contains(destination)) {
                    from = "CN".equals(destination) ? "JP" : "CN";
                }
                if (NOT_ARTICLE_5.contains(destination) && commodity.equals("hcfc-22")) {
                    commodity = "hfc-134a";
                }
                add(lanes, Kind.REFRIGERANT, from + " " + destination + " " + commodity, 0.3);
            }
        }
        for (String way : List.of("SG ID hcfc-22", "SG LK hfc-134a", "AE KE hcfc-22", "NL ZA hfc-134a")) {
            add(lanes, Kind.RE_EXPORT, way, 0.8);
        }
        for (String way : List.of(
                "TH JP a1160",
                "PH KR a1160",
                "BE DE a1160",
                "FR DE a3020",
                "AU KR a1160",
                "GB NL a3020",
                "MY JP a4060",
                "ZA BE a1160",
                "MX CA a1160",
                "GH BE a1160")) {
            add(lanes, Kind.WASTE, way, 0.9);
        }
        add(lanes, Kind.CHEMICAL, "IN ZA aldicarb", 0.4);
        add(lanes, Kind.CHEMICAL, "DE BR aldicarb", 0.4);
        add(lanes, Kind.EQUIPMENT, "TH AU r-410a", 0.9);
        add(lanes, Kind.EQUIPMENT, "CN KE r-410a", 0.9);
        add(lanes, Kind.EMPTIES, "TH CN hcfc-22", 0.5);
        add(lanes, Kind.FUMIGANT, "IN TH methyl-bromide", 0.5);
        forPlanting(lanes);
        return lanes;
    }

    /** Ways that no honest consignment takes. */
    private static void forPlanting(List<Lane> lanes) {
        add(lanes, Kind.REFRIGERANT, "CN PH hcfc-123", 0);
        add(lanes, Kind.REFRIGERANT, "CN TH hcfc-141b", 0);
        add(lanes, Kind.REFRIGERANT, "CN VN cfc-12", 0);
        add(lanes, Kind.EQUIPMENT, "CN LK r-410a", 0);
        add(lanes, Kind.WASTE, "US MY a1160", 0);
        add(lanes, Kind.WASTE, "DE GH a3020", 0);
        add(lanes, Kind.CHEMICAL, "IN KE aldicarb", 0);
        add(lanes, Kind.CHEMICAL, "DE PH aldicarb", 0);
        add(lanes, Kind.CHEMICAL, "CN BR beta-hexachlorocyclohexane", 0);
        add(lanes, Kind.RE_EXPORT, "CL AR hfc-227ea", 0);
        add(lanes, Kind.RE_EXPORT, "SG TH hfc-245fa", 0);
        add(lanes, Kind.REFRIGERANT, "CN SG hfc-245fa", 0);
    }

    /** On which of these ways a thing can be wrong. */
    static boolean fits(Irregularity what, Lane lane) {
        String way = lane.dispatch() + " " + lane.destination() + " " + lane.commodity();
        boolean isTrunk = lane.kind() == Kind.REFRIGERANT
                && lane.weight() > 1
                && lane.mode().equals("sea");
        boolean isWaste = lane.kind() == Kind.WASTE && lane.weight() > 0;
        return switch (what) {
            case LEFT_TRANSIT_LATE, TRANSIT_NOT_DISCHARGED, BOND_CHANGED_GOODS, CONTAINER_IN_TWO_PLACES ->
                isTrunk && !lane.transit().isEmpty();
            case DIFFERENT_GOODS_ARRIVED, CODE_MISMATCH ->
                isTrunk && Substance.named(lane.commodity()).cas() != null;
            case QUOTA_EXCEEDED -> way.equals("CN PH hcfc-123");
            case COMMODITY_PROHIBITED -> way.equals("CN TH hcfc-141b") || way.equals("CN VN cfc-12");
            case WASTE_AS_USED_GOODS -> lane.kind() == Kind.EQUIPMENT && lane.weight() > 0;
            case CONTAINER_PROHIBITED -> way.equals("CN NL hfc-134a");
            case EMPTY_NOT_EMPTY -> lane.kind() == Kind.EMPTIES;
            case PRODUCT_UNWANTED -> way.equals("CN LK r-410a");
            case TRADE_WITH_NON_PARTY -> way.equals("US MY a1160");
            case BASEL_BAN -> way.equals("DE GH a3020");
            case PIC_NO_CONSENT -> way.equals("IN KE aldicarb");
            case EXPORT_NOTIFICATION_MISSING -> way.equals("DE PH aldicarb");
            case POP_NOT_PERMITTED, POP_WASTE_RECOVERED -> way.startsWith("CN BR beta");
            case RE_EXPORT_WITHOUT_IMPORT -> way.equals("CL AR hfc-227ea");
            case RE_EXPORT_EXCEEDS_IMPORT -> way.equals("SG TH hfc-245fa");
            case NOTIFICATION_EXCEEDED,
                    NOTIFICATION_DIFFERS,
                    BASEL_PRECONDITION_MISSING,
                    TAKE_BACK_OVERDUE,
                    UNAUTHORISED_HANDLER -> isWaste;
            case RECEIPT_MISSING, DISPOSAL_OVERDUE ->
                isWaste && !lane.destination().equals("CA");
            default -> isTrunk;
        };
    }

    private static void add(List<Lane> lanes, Kind kind, String way, double weight) {
        String[] parts = way.split(" ");
        lanes.add(new Lane(
                lanes.size(),
                kind,
                parts[0],
                parts[1],
                transit(parts[0], parts[1]),
                mode(parts[0], parts[1]),
                parts[2],
                weight));
    }

    /** Countries on the way between two others. */
    static List<String> transit(String from, String to) {
        return Map.of(
                        "JP TH", List.of("SG"),
                        "CN BD", List.of("SG"),
                        "IN BD", List.of("LK"),
                        "CN GH", List.of("ZA"),
                        "CN AE", List.of("SG"),
                        "MY JP", List.of("PH"),
                        "GH BE", List.of("FR"),
                        "DE GH", List.of("ES"))
                .getOrDefault(from + " " + to, List.of());
    }

    private static String mode(String from, String to) {
        boolean byRoad = UNION.contains(from) && UNION.contains(to)
                || Set.of("US MX", "MX CA").contains(from + " " + to);
        return byRoad ? "road" : "sea";
    }
}
