package org.skypatch.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.consultation.Consultations.IMPORTER;
import static org.skypatch.registry.consultation.Consultations.KOREA;
import static org.skypatch.registry.consultation.Consultations.THAILAND;
import static org.skypatch.registry.consultation.Consultations.about;
import static org.skypatch.registry.consultation.Consultations.confirmed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.registry.Allocation;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.Component;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Decision;

class RemainingReckoningTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");
    private static final Instant AS_OF = Instant.parse("2026-03-31T10:00:00Z");

    private final InMemoryHoldings holdings = new InMemoryHoldings();
    private final RemainingReckoning reckoning = new RemainingReckoning(holdings);

    @Test
    void says_unknown_until_tracking_has_spoken() {
        holdings.quota("TH/2026/C-I", "C-I", Mass.ofKilograms("100000"), null, null);

        Remaining.OfQuota quota = ofThailand(about("hcfc-22", "20000")).quotas().getFirst();

        assertThat(quota.granted()).hasToString("100000");
        assertThat(quota.asked()).hasToString("20000");
        assertThat(List.of(quota.drawn(), quota.pending(), quota.left())).containsOnly(Figure.UNKNOWN);
        assertThat(quota.left()).hasToString("unknown");
        assertThat(quota.balanceAt()).isNull();
        assertThat(quota.allocation()).isNull();
    }

    @Test
    void takes_drawn_pending_and_reserved_from_what_is_granted() {
        holdings.quota("TH/2026/C-I", "C-I", Mass.ofKilograms("100000"), null, null);
        holdings.balance("quota:TH/2026/C-I", "60000", "10000");
        holdings.confirmed.add(confirmed(about("hcfc-22", "5000", "TH-2")));

        Remaining.OfQuota quota = ofThailand(about("hcfc-22", "20000")).quotas().getFirst();

        assertThat(quota.reserved()).hasToString("5000");
        assertThat(quota.left()).hasToString("25000");
        assertThat(quota.balanceAt()).isEqualTo(AS_OF);
    }

    @Test
    void reserves_nothing_for_what_has_become_a_licence_or_is_no_longer_valid_or_is_for_another_year_or_itself() {
        holdings.quota("TH/2026/C-I", "C-I", Mass.ofKilograms("100000"), null, null);
        ConsultationFact asked = about("hcfc-22", "20000");
        holdings.confirmed.add(confirmed(about("hcfc-22", "1")).become("TH/1"));
        holdings.confirmed.add(
                confirmed(about("hcfc-22", "2")).confirming(Mass.ofKilograms("2"), List.of(), TODAY.minusDays(1)));
        holdings.confirmed.add(confirmed(asked));
        holdings.confirmed.add(about("hcfc-22", "3"));

        assertThat(ofThailand(asked).quotas().getFirst().reserved()).hasToString("0");
    }

    @Test
    void counts_a_blend_by_its_components_in_the_unit_of_the_quota() {
        holdings.quota("TH/2026/F", "F", null, null, Tonnes.of("1000"));
        holdings.quota("TH/2026/F-II", "F-II", Mass.ofKilograms("500"), null, null);

        List<Remaining.OfQuota> quotas = ofThailand(about("r-410a", "1000")).quotas();

        assertThat(quotas)
                .extracting(Remaining.OfQuota::quota, Remaining.OfQuota::unit, quota -> quota.asked()
                        .toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TH/2026/F", "co2eTonnes", "2087.5"));
    }

    @Test
    void knows_no_odp_tonnes_of_what_has_no_odp() {
        holdings.quota("TH/2026/F", "F", null, Tonnes.of("1"), null);

        assertThat(ofThailand(about("r-410a", "1000")).quotas().getFirst().asked())
                .isEqualTo(Figure.UNKNOWN);
    }

    @Test
    void leaves_out_quotas_that_do_not_count_these_goods() {
        holdings.quota("TH/2026/C-I", "C-I", Mass.ofKilograms("100000"), null, null);
        holdings.quota("TH/2026/A-I", "A-I", Mass.ofKilograms("100000"), null, null);
        ConsultationFact reclaimed = withCondition(about("hcfc-22", "20000"), "reclaimed");

        assertThat(ofThailand(reclaimed).quotas()).isEmpty();
        assertThat(ofThailand(about("hcfc-22", "20000")).quotas())
                .extracting(Remaining.OfQuota::quota)
                .containsExactly("TH/2026/C-I");
        holdings.quotas.replaceAll(named -> new Holdings.Named<>(
                named.name(),
                counting(
                        named.fact(),
                        new GoodsScope(List.of(), List.of(), List.of("reclaimed"), List.of(), List.of()))));
        assertThat(ofThailand(reclaimed).quotas()).hasSize(1);
    }

    @Test
    void takes_licences_and_reservations_from_the_importers_own_share() {
        holdings.quotas.add(new Holdings.Named<>(
                "TH/2026/C-I",
                new QuotaFact(
                        THAILAND,
                        2026,
                        "C-I",
                        null,
                        "import",
                        null,
                        Tonnes.of("5.5"),
                        null,
                        null,
                        "import",
                        List.of(new Allocation(IMPORTER, null, Tonnes.of("3.3"), null)),
                        null)));
        holdings.confirmed.add(confirmed(about("hcfc-22", "10000")));
        holdings.confirmed.add(confirmed(about("hcfc-22", "9000", "TH-2")));
        holdings.licences.add(licence("TH-L-1", "30000"));
        holdings.balance("licence:TH/TH-L-1", "12000", "1000");

        Remaining remaining = ofThailand(about("hcfc-22", "20000"));

        Remaining.OfAllocation share = remaining.quotas().getFirst().allocation();
        assertThat(share).isNotNull();
        assertThat(List.of(share.granted(), share.licensed(), share.reserved(), share.left()))
                .extracting(Figure::toString)
                .containsExactly("3.3", "1.65", "0.55", "1.1");
        assertThat(remaining.licences()).singleElement().satisfies(licence -> {
            assertThat(licence.licence()).isEqualTo("TH/TH-L-1");
            assertThat(licence.left()).hasToString("17000");
            assertThat(licence.balanceAt()).isEqualTo(AS_OF);
        });
    }

    @Test
    void takes_of_a_share_what_was_drawn_of_a_licence_that_has_ended_and_does_not_guess_it() {
        holdings.quotas.add(new Holdings.Named<>(
                "TH/2026/C-I",
                new QuotaFact(
                        THAILAND,
                        2026,
                        "C-I",
                        null,
                        "import",
                        Mass.ofKilograms("90000"),
                        null,
                        null,
                        null,
                        "import",
                        List.of(new Allocation(IMPORTER, Mass.ofKilograms("60000"), null, null)),
                        null)));
        holdings.licences.add(licence("TH-L-1", "30000").in(LicenceState.REVOKED));

        assertThat(shareOfThailand().licensed()).isEqualTo(Figure.UNKNOWN);
        holdings.balance("licence:TH/TH-L-1", "12000", "1000");
        assertThat(shareOfThailand().licensed()).hasToString("13000");
        assertThat(shareOfThailand().left()).hasToString("47000");
        assertThat(ofThailand(about("hcfc-22", "20000")).licences()).isEmpty();
    }

    @Test
    void shows_the_exporting_party_its_own_exports_and_nothing_of_the_importers() {
        holdings.quota("TH/2026/C-I", "C-I", Mass.ofKilograms("100000"), null, null);
        holdings.licences.add(licence("TH-L-1", "30000"));

        Remaining remaining = reckoning.of(about("hcfc-22", "20000"), KOREA, TODAY);

        assertThat(remaining.party()).isEqualTo(KOREA);
        assertThat(remaining.trader()).isEqualTo(Consultations.EXPORTER);
        assertThat(remaining.quotas()).isEmpty();
        assertThat(remaining.licences()).isEmpty();
    }

    private Remaining.OfAllocation shareOfThailand() {
        return Objects.requireNonNull(
                ofThailand(about("hcfc-22", "20000")).quotas().getFirst().allocation());
    }

    private Remaining ofThailand(ConsultationFact consultation) {
        return reckoning.of(consultation, THAILAND, TODAY);
    }

    private static LicenceFact licence(String number, String massKg) {
        LicenceTerms terms =
                new LicenceTerms(new LicenceNumber(THAILAND, number), null, null, null, null, null, null, List.of());
        return ((Decision.Become<LicenceFact>) terms.applyTo(confirmed(about("hcfc-22", massKg)), TODAY)).fact();
    }

    private static ConsultationFact withCondition(ConsultationFact c, String condition) {
        return new ConsultationFact(
                c.id(),
                c.state(),
                c.requestedBy(),
                c.counterpart(),
                c.exporterCountry(),
                c.importerCountry(),
                c.exporter(),
                c.importer(),
                c.commodity(),
                c.massKg(),
                c.intendedUse(),
                condition,
                c.form(),
                c.plannedOn(),
                c.requestedAt(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static QuotaFact counting(QuotaFact q, GoodsScope scope) {
        return new QuotaFact(
                q.country(),
                q.year(),
                q.group(),
                q.commodity(),
                q.direction(),
                q.massKg(),
                q.odpTonnes(),
                q.co2eTonnes(),
                scope,
                q.countsAt(),
                q.allocations(),
                q.legalBasis());
    }

    private static final class InMemoryHoldings implements Holdings {

        private final List<Named<QuotaFact>> quotas = new ArrayList<>();
        private final List<LicenceFact> licences = new ArrayList<>();
        private final List<ConsultationFact> confirmed = new ArrayList<>();
        private final Map<String, BalanceChanged> balances = new HashMap<>();
        private final Map<String, CommodityFact> catalogue = Map.of(
                "hcfc-22", commodity("hcfc-22", Set.of("C-I"), List.of(), "0.055", "1810"),
                "hfc-32", commodity("hfc-32", Set.of("F-I"), List.of(), null, "675"),
                "hfc-125", commodity("hfc-125", Set.of("F-I"), List.of(), null, "3500"),
                "r-410a",
                        commodity(
                                "r-410a",
                                Set.of("F-I"),
                                List.of(
                                        new Component(CommodityId.of("hfc-32"), new BigDecimal("50")),
                                        new Component(CommodityId.of("hfc-125"), new BigDecimal("50"))),
                                null,
                                "2087.5"));

        void quota(
                String name,
                String group,
                @Nullable Mass massKg,
                @Nullable Tonnes odpTonnes,
                @Nullable Tonnes co2eTonnes) {
            quotas.add(new Named<>(
                    name,
                    new QuotaFact(
                            THAILAND,
                            2026,
                            group,
                            null,
                            "import",
                            massKg,
                            odpTonnes,
                            co2eTonnes,
                            null,
                            "import",
                            List.of(),
                            null)));
        }

        void balance(String record, String drawn, String pending) {
            balances.put(
                    record,
                    new BalanceChanged(
                            new UUID(0, 1),
                            record,
                            1,
                            AS_OF,
                            kg("30000"),
                            kg(drawn),
                            kg(pending),
                            new Amounts(
                                    new BigDecimal("30000")
                                            .subtract(new BigDecimal(drawn))
                                            .subtract(new BigDecimal(pending)),
                                    null,
                                    null,
                                    null)));
        }

        private static Amounts kg(String kilograms) {
            return new Amounts(new BigDecimal(kilograms), null, null, null);
        }

        private static CommodityFact commodity(
                String id, Set<String> groups, List<Component> components, @Nullable String odp, @Nullable String gwp) {
            return new CommodityFact(
                    CommodityId.of(id),
                    id,
                    "substance",
                    Set.of(Convention.MONTREAL),
                    groups,
                    components,
                    odp == null ? null : new BigDecimal(odp),
                    gwp == null ? null : new BigDecimal(gwp),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null);
        }

        @Override
        public List<Named<QuotaFact>> quotas(CountryCode party, int year) {
            return quotas.stream()
                    .filter(quota ->
                            quota.fact().country().equals(party) && quota.fact().year() == year)
                    .toList();
        }

        @Override
        public List<LicenceFact> licences(CountryCode issuer, TraderId holder) {
            return licences.stream()
                    .filter(licence ->
                            licence.issuer().equals(issuer) && licence.holder().equals(holder))
                    .toList();
        }

        @Override
        public List<ConsultationFact> confirmed(CountryCode party) {
            return confirmed;
        }

        @Override
        public Optional<BalanceChanged> balance(String record) {
            return Optional.ofNullable(balances.get(record));
        }

        @Override
        public Optional<CommodityFact> commodity(CommodityId id) {
            return Optional.ofNullable(catalogue.get(id.value()));
        }
    }
}
