package org.skypatch.notification.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent.DepartureNotified;
import org.skypatch.contracts.finding.FindingEvent.FindingChanged;
import org.skypatch.contracts.finding.FindingEvent.FindingCleared;
import org.skypatch.contracts.finding.FindingEvent.FindingRaised;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.contracts.finding.RuleCode;
import org.skypatch.contracts.finding.RuleKind;
import org.skypatch.contracts.finding.Sentence;
import org.skypatch.contracts.finding.SentenceArgument;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;

/**
 * One finding of an unknown licence on a movement between two countries, from raised to cleared, as tracking tells it.
 */
public final class FindingStory {

    /** When every story begins. */
    public static final Instant BEGINS = Instant.parse("2026-03-02T00:30:00Z");

    /** A licence number: nominal wherever it stands. */
    public static final String LICENCE = "TH/TH-HCFC-2026-00017";

    private final UUID movement;
    private final UUID finding = UUID.randomUUID();
    private final CountryCode dispatch;
    private final CountryCode destination;
    private final Audience audience;
    private final Instant raisedAt;

    private FindingStory(UUID movement, String dispatch, String destination, Audience audience, Instant raisedAt) {
        this.movement = movement;
        this.dispatch = CountryCode.of(dispatch);
        this.destination = CountryCode.of(destination);
        this.audience = audience;
        this.raisedAt = raisedAt;
    }

    /** A story that concerns both countries and the region Asia/Pacific. */
    public static FindingStory between(String dispatch, String destination) {
        return new FindingStory(
                UUID.randomUUID(),
                dispatch,
                destination,
                audience(Set.of("Asia/Pacific"), dispatch, destination),
                BEGINS);
    }

    /** The same finding, concerning these countries and no region. */
    public FindingStory concerning(String... countries) {
        FindingStory told = new FindingStory(
                movement, dispatch.value(), destination.value(), audience(Set.of(), countries), raisedAt);
        return told;
    }

    /** A story that concerns both countries, raised then. */
    public FindingStory raisedAt(Instant at) {
        return new FindingStory(movement, dispatch.value(), destination.value(), audience, at);
    }

    /** An audience of these countries and regions. */
    public static Audience audience(Set<String> regions, String... countries) {
        return new Audience(
                List.of(countries).stream().map(CountryCode::of).collect(Collectors.toCollection(TreeSet::new)),
                regions);
    }

    public UUID alert() {
        return finding;
    }

    public UUID movement() {
        return movement;
    }

    public Instant day(int day) {
        return raisedAt.plusSeconds(86_400L * day);
    }

    public FindingRaised raised(Severity severity) {
        return new FindingRaised(
                id("raised"), raisedAt, finding(severity, null), summary("overdue"), nominal(), audience);
    }

    public FindingChanged changed(int day, Severity severity) {
        return changed(day, severity, audience);
    }

    public FindingChanged changed(int day, Severity severity, Audience newAudience) {
        return new FindingChanged(
                id("changed" + day + severity),
                day(day),
                finding(severity, null),
                summary("overdue"),
                nominal(),
                newAudience);
    }

    public FindingCleared cleared(int day, Severity severity) {
        return new FindingCleared(
                id("cleared"), day(day), finding(severity, day(day)), summary("arrived"), nominal(), audience);
    }

    /** Not of the finding, but of the movement: it left. */
    public DepartureNotified departed() {
        return new DepartureNotified(id("departed"), raisedAt, summary("under-way"), nominal(), audience);
    }

    private UUID id(String what) {
        return UUID.nameUUIDFromBytes((finding + what).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Finding finding(Severity severity, @org.jspecify.annotations.Nullable Instant clearedAt) {
        return new Finding(
                finding,
                RuleCode.of("licence-unknown"),
                1,
                1,
                RuleKind.INDICATOR,
                TradeElement.TRANSBOUNDARY_MOVEMENT,
                severity,
                LICENCE,
                new Sentence(
                        "licence-unknown",
                        List.of(
                                SentenceArgument.nominal("licence", LICENCE),
                                SentenceArgument.plain("commodity", "hcfc-22"),
                                SentenceArgument.plain("issuer", "TH"))),
                SentenceArgument.plain("register", "TH"),
                SentenceArgument.nominal("licence", LICENCE),
                List.of(movement),
                raisedAt,
                clearedAt);
    }

    private MovementSummary summary(String status) {
        return new MovementSummary(
                movement,
                status,
                null,
                dispatch,
                List.of(),
                destination,
                Set.of(CommodityId.of("hcfc-22")),
                Set.of("C-I"),
                Mass.ofKilograms("13600"),
                OffsetDateTime.parse("2026-03-02T09:30:00+09:00"));
    }

    private static NominalDetail nominal() {
        return new NominalDetail(
                List.of("6KR1208100001-26-0001"),
                new NamedTrader(TraderId.of("KR-120"), "Hanbit Fluorochemicals Co., Ltd.", CountryCode.of("KR")),
                null,
                List.of(LicenceNumber.parse(LICENCE)),
                List.of(ContainerNumber.of("KRSU5012348")));
    }
}
