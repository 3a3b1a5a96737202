package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.consultation.Holdings;
import org.skypatch.registry.consultation.Remaining;
import org.skypatch.registry.consultation.RemainingReckoning;
import org.skypatch.registry.licence.Licences;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/** What a Party has left on its own side of a consultation, from the registry's records and tracking's balances. */
@ApplicationScoped
class OwnSide implements Holdings {

    private static final int AT_A_TIME = 500;

    private final Records records;
    private final Licences licences;
    private final Catalogue catalogue;
    private final Balances balances;
    private final Clock clock;

    OwnSide(Records records, Licences licences, Catalogue catalogue, Balances balances, BusinessClock clock) {
        this.records = records;
        this.licences = licences;
        this.catalogue = catalogue;
        this.balances = balances;
        this.clock = clock;
    }

    Remaining remaining(ConsultationFact consultation, CountryCode party) {
        return new RemainingReckoning(this)
                .of(consultation, party, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    @Override
    public List<Named<QuotaFact>> quotas(CountryCode party, int year) {
        return all(
                        RecordKind.QUOTA,
                        Records.Question.of(Optional.of(party), "", AT_A_TIME).beginning(party + "/" + year + "/"))
                .stream()
                .map(quota -> new Named<>(quota.name(), quota.record().fact()))
                .toList();
    }

    @Override
    public List<LicenceFact> licences(CountryCode issuer, TraderId holder) {
        List<LicenceFact> all = new ArrayList<>();
        @Nullable LicenceNumber after = null;
        List<LicenceFact> page;
        do {
            page = licences.list(new Licences.Question(issuer, null, Set.of(), issuer, holder, null, after, AT_A_TIME));
            all.addAll(page);
            if (!page.isEmpty()) {
                after = new LicenceNumber(
                        page.getLast().issuer(), page.getLast().number());
            }
        } while (page.size() == AT_A_TIME);
        return all;
    }

    @Override
    public List<ConsultationFact> confirmed(CountryCode party) {
        return Stream.of(ConsultationState.CONFIRMED, ConsultationState.WITH_CONDITIONS)
                .flatMap(state -> all(
                        RecordKind.CONSULTATION,
                        Records.Question.of(Optional.of(party), "", AT_A_TIME).saying(Map.of("state", state.label())))
                        .stream())
                .map(consultation -> consultation.record().fact())
                .toList();
    }

    @Override
    public Optional<BalanceChanged> balance(String record) {
        RecordKind<?> kind = record.startsWith("quota:") ? RecordKind.QUOTA : RecordKind.LICENCE;
        return balances.of(new RecordKey(kind, record.substring(record.indexOf(':') + 1)));
    }

    @Override
    public Optional<CommodityFact> commodity(CommodityId id) {
        return catalogue.find(id).map(Revised::fact);
    }

    private <F extends RegistryFact> List<Records.Named<F>> all(RecordKind<F> kind, Records.Question first) {
        List<Records.Named<F>> all = new ArrayList<>();
        Records.Question question = first;
        List<Records.Named<F>> page;
        do {
            page = records.list(kind, question);
            all.addAll(page);
            String last = page.isEmpty() ? "" : page.getLast().name();
            question = question.after(last);
        } while (page.size() == AT_A_TIME);
        return all;
    }
}
