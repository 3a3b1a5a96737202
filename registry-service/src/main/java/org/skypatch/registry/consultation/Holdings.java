package org.skypatch.registry.consultation;

import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.TraderId;

/** What the registry knows of a Party's quotas, licences and reservations. */
public interface Holdings {

    /** The quotas of a Party for a year, by name as on the topic. */
    List<Named<QuotaFact>> quotas(CountryCode party, int year);

    /** The licences that a Party has issued to a trader. */
    List<LicenceFact> licences(CountryCode issuer, TraderId holder);

    /** The consultations of a Party that were confirmed, with or without conditions. */
    List<ConsultationFact> confirmed(CountryCode party);

    /** What tracking last said of a licence or a quota, as {@code <kind>:<key>}; empty until it has said anything. */
    Optional<BalanceChanged> balance(String record);

    Optional<CommodityFact> commodity(CommodityId id);

    /** A record by its name. */
    record Named<F>(String name, F fact) {}
}
