package org.skypatch.tracking.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.contracts.registry.WatchlistFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;
import org.skypatch.tracking.register.Territories;

/**
 * What an assessment may rest on: law and catalogue, and records that name the country that asks. Everything else is kept
 * from the rules before they run, so that no answer can tell it: a record that does not name the country is as if it did
 * not exist, and where that would read as an accusation the check counts as not made.
 */
final class Discretion {

    /** What is judged on a cited licence alone. */
    private static final Set<String> ON_LICENCES = Set.of(
            "consent-refused",
            "consent-out-of-date",
            "licence-overdrawn",
            "licence-reused",
            "licence-other-use",
            "trader-mismatch");

    /** What is judged on a cited notification. */
    private static final Set<String> ON_NOTIFICATIONS = Set.of(
            "consent-missing",
            "notification-exceeded",
            "notification-differs",
            "basel-precondition-missing",
            "unauthorised-handler");

    /** What is judged on what the two ends of the way told each other. */
    private static final Set<String> BETWEEN_THE_ENDS = Set.of("export-notification-missing", "pop-not-permitted");

    /** What is judged on the registers of traders. */
    private static final Set<String> ON_TRADERS =
            Set.of("trader-not-registered", "false-recovered-claim", "unauthorised-handler");

    private static final Set<String> ON_QUOTAS = Set.of("quota-exceeded");

    private final Set<CountryCode> own;
    private final Movement movement;
    private final boolean isAnEnd;

    /** What the country may know about a movement that it is on the way of. */
    Discretion(CountryCode country, Movement movement, Territories territories) {
        this.own = territories.standingFor(country, movement.lawfulDay());
        this.movement = movement;
        this.isAnEnd = own.contains(movement.route().dispatch())
                || own.contains(movement.route().destination());
    }

    /** Whether the country, or the union that it belongs to, is on the declared way. */
    static boolean isOnTheWay(CountryCode country, Movement movement, Territories territories) {
        return movement.route().countries().stream()
                .anyMatch(one -> territories.standsFor(country, one, movement.lawfulDay()));
    }

    boolean isAnEnd() {
        return isAnEnd;
    }

    /** Whether the country is that of dispatch, and so knows what came into it before. */
    boolean knowsStocks() {
        return own.contains(movement.route().dispatch());
    }

    /** The law, and of lists and watch lists what the country may look into. */
    Register known(Register register) {
        return register.knownAs(this::mayLookInto, this::mayKnow);
    }

    private boolean mayLookInto(CountryCode owner, String list) {
        return own.contains(owner) || list.equals("licences") && isAnEnd;
    }

    private boolean mayKnow(WatchlistFact entry) {
        return Stream.concat(Stream.of(entry.owner()), entry.sharedWith().stream())
                .anyMatch(own::contains);
    }

    /** Whether the record names the country. */
    boolean mayKnow(RegistryEvent record) {
        return switch (record) {
            case RegistryEvent.LicenceRecorded it -> {
                LicenceFact fact = it.versions().getLast().fact();
                yield Stream.of(fact.issuer(), fact.exporterCountry(), fact.importerCountry())
                        .anyMatch(own::contains);
            }
            case RegistryEvent.NotificationRecorded it -> {
                NotificationFact fact = it.versions().getLast().fact();
                yield own.contains(fact.exportCountry())
                        || fact.forwardedOn() != null
                                && fact.concerns().stream().anyMatch(own::contains);
            }
            case RegistryEvent.TraderRecorded it ->
                own.contains(it.versions().getLast().fact().country());
            default -> false;
        };
    }

    /** Whether the country may know how the account stands: those on it that are the ends of what it grants. */
    boolean mayKnow(Account account) {
        CountryCode of = CountryCode.of(account.key().substring(0, account.key().indexOf('/')));
        return switch (account.kind()) {
            // Only grants of records that name the country come up at all.
            case LICENCE -> true;
            case NOTIFICATION -> isAnEnd;
            case QUOTA -> own.contains(of);
        };
    }

    /** The assessment, where checks that rest on what the country may not know count as not made. */
    Assessment told(Assessment assessment, Cited cited, Set<Account> withheld) {
        Set<String> notMade = notMade(cited, withheld);
        return new Assessment(assessment.outcomes().stream()
                .map(judged -> notMade.contains(judged.rule().code().value())
                                && judged.outcome().findings().isEmpty()
                        ? new Assessment.Judged(judged.rule(), RuleOutcome.notKnown())
                        : judged)
                .toList());
    }

    /** Rules that could not look at all they would: what they found all the same stands. */
    Set<String> notMade(Cited cited, Set<Account> withheld) {
        Set<String> rules = new HashSet<>();
        if (movement.licences().stream().anyMatch(licence -> isNotToBeToldOf(licence, cited))) {
            rules.addAll(ON_LICENCES);
        }
        boolean citesNotification = movement.first(
                        fact -> fact.content().references().notification())
                .filter(number -> !isAnEnd
                        && cited.notifications()
                                .find(movement.route().dispatch(), number)
                                .isEmpty())
                .isPresent();
        if (citesNotification) {
            rules.addAll(ON_NOTIFICATIONS);
        }
        if (!isAnEnd) {
            rules.addAll(BETWEEN_THE_ENDS);
        }
        if (namesTraderElsewhere()) {
            rules.addAll(ON_TRADERS);
        }
        if (withheld.stream().anyMatch(account -> account.kind() == Account.Kind.QUOTA)) {
            rules.addAll(ON_QUOTAS);
        }
        if (withheld.stream().anyMatch(account -> account.kind() == Account.Kind.NOTIFICATION)) {
            rules.addAll(ON_NOTIFICATIONS);
        }
        return rules;
    }

    private boolean isNotToBeToldOf(LicenceNumber licence, Cited cited) {
        return cited.licences().find(licence).isEmpty() && !isAnEnd && !own.contains(licence.issuedBy());
    }

    private boolean namesTraderElsewhere() {
        return movement.facts().stream()
                .flatMap(fact -> List.of(Part.values()).stream()
                        .flatMap(part -> part.in(fact.content().traders()).stream()
                                .flatMap(trader ->
                                        part.country(trader, fact.content().route()).stream())))
                .anyMatch(country -> !own.contains(country));
    }
}
