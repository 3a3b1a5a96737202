package org.skypatch.registry.licence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.RecordKind;

/**
 * "Does this paper hold?" Answers out of the licences that name the country that asks, and out of no others: a number that
 * exists elsewhere is as unknown as one that does not. Every question is kept with who asked it and what was disclosed.
 */
public final class LicenceChecks {

    private final Licences licences;
    private final Balances balances;
    private final CheckLog log;
    private final Unions unions;
    private final Function<CommodityId, Optional<CommodityFact>> catalogue;

    /** @param catalogue by whose ODP and GWP a mass is compared with ODP-tonnes and CO2-equivalent tonnes */
    public LicenceChecks(
            Licences licences,
            Balances balances,
            CheckLog log,
            Unions unions,
            Function<CommodityId, Optional<CommodityFact>> catalogue) {
        this.licences = licences;
        this.balances = balances;
        this.log = log;
        this.unions = unions;
        this.catalogue = catalogue;
    }

    /**
     * What the register says to a cited licence.
     *
     * @param asker whose question is kept
     * @param reader the country that asks
     * @param union the union that it is a member of today, whatever day it asks about
     */
    public LicenceAnswer answer(CitedLicence cited, Author asker, CountryCode reader, Optional<CountryCode> union) {
        Licences.Seek seek =
                new Licences.Seek(cited.number(), cited.tradersNamed(), reader, union, NearMisses::isClose);
        Licences.Sought sought = licences.written(seek);
        LicenceAnswer answer = meant(cited, sought)
                .<LicenceAnswer>map(
                        licence -> new LicenceComparison(cited, licence, balance(licence), unions, catalogue).answer())
                .orElseGet(() -> new LicenceAnswer.Unknown(
                        NearMisses.of(cited, sought.with(licences.alike(seek, sought.folded())))));
        log.keep(asker, cited, answer);
        return answer;
    }

    /** The licence of this number: as typed before folded, and only if it is one. */
    private static Optional<LicenceFact> meant(CitedLicence cited, Licences.Sought sought) {
        List<LicenceFact> folded = sought.found().stream()
                .filter(found -> found.folded().equals(sought.folded()))
                .map(Licences.Found::licence)
                .filter(licence -> cited.issuer() == null || licence.issuer().equals(cited.issuer()))
                .toList();
        List<LicenceFact> typed = folded.stream()
                .filter(licence -> licence.number().equals(cited.number()))
                .toList();
        List<LicenceFact> meant = typed.isEmpty() ? folded : typed;
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private Optional<LicenceBalance> balance(LicenceFact licence) {
        return balances.of(new RecordKey(RecordKind.LICENCE, licence.issuer() + "/" + licence.number()))
                .map(LicenceBalance::of);
    }
}
