package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.TraderFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.edge.problem.ProblemException;
import org.skypatch.registry.authority.Competences;
import org.skypatch.registry.licence.LicenceDecisions;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Refusal;
import org.skypatch.registry.sheet.Draft;
import org.skypatch.registry.sheet.RowReading;
import org.skypatch.registry.sheet.SheetRow;
import org.skypatch.registry.trader.StandingChange;

/** Reads rows of sheets by the forms of the calls, so that both refuse the same in the same words. */
@ApplicationScoped
class SheetRows implements RowReading {

    private final KnownCommodities commodities;

    SheetRows(KnownCommodities commodities) {
        this.commodities = commodities;
    }

    @Override
    public RowReader of(Caller caller) {
        return new Reader(caller, commodities.remembering());
    }

    private static final class Reader implements RowReader {

        private final Caller caller;
        private final CountryCode party;
        private final KnownCommodities commodities;
        private final TraderForm traders;
        private final LicenceForm licences;
        private final QuotaForm quotas;

        private Reader(Caller caller, KnownCommodities commodities) {
            this.caller = caller;
            this.party = caller.actsFor().orElseThrow();
            this.commodities = commodities;
            this.traders = new TraderForm(commodities);
            this.licences = new LicenceForm(commodities);
            this.quotas = new QuotaForm(commodities);
        }

        @Override
        public Draft read(SheetRow row) {
            return switch (row.kind()) {
                case TRADERS -> ofOwn(row, "country", () -> trader(row));
                case LICENCES -> ofOwn(row, "issuer", () -> licence(row));
                case QUOTAS -> ofOwn(row, "country", () -> quota(row));
            };
        }

        private Draft ofOwn(SheetRow row, String column, Supplier<Draft> read) {
            String written = row.cells().getOrDefault(column, party.value());
            if (!written.equals(party.value())) {
                return wrong(
                        "/" + column, "must be " + party + ", or be left out: a sheet holds its own Party's records");
            }
            try {
                return read.get();
            } catch (ProblemException e) {
                if (e.errors().isEmpty()) {
                    throw e;
                }
                return new Draft.Wrong(e.errors().stream()
                        .map(error -> new Draft.Field(error.pointer(), error.detail()))
                        .toList());
            }
        }

        private Draft trader(SheetRow row) {
            TraderFact trader = traders.read(
                    party, row.cells().getOrDefault("id", ""), Form.of(SheetJson.of(row, List.of("country", "id"))));
            return new Draft.Made<>(
                    RecordKind.TRADER, party + "/" + trader.id(), present -> StandingChange.put(present, trader));
        }

        private Draft licence(SheetRow row) {
            LicenceForm.Put put = licences.read(
                    party,
                    row.cells().getOrDefault("number", ""),
                    Form.of(SheetJson.of(row, List.of("issuer", "number"))));
            LicenceFact draft = put.draft();
            return new Draft.Made<>(
                    RecordKind.LICENCE,
                    new LicenceNumber(party, draft.number()).toString(),
                    present -> LicenceDecisions.put(present, draft, put.state(), caller, commodities::competences));
        }

        private Draft quota(SheetRow row) {
            QuotaFact quota = quotas.read(party, Form.of(SheetJson.of(row, List.of("country"))));
            return new Draft.Made<>(RecordKind.QUOTA, QuotaForm.name(quota), present -> decide(present, quota));
        }

        private Decision<QuotaFact> decide(Optional<QuotaFact> present, QuotaFact quota) {
            return Stream.concat(present.stream(), Stream.of(quota))
                    .map(this::needed)
                    .filter(needed -> !Competences.suffice(caller, needed))
                    .findFirst()
                    .<Decision<QuotaFact>>map(needed -> new Decision.Refuse<>(new Refusal.OtherCompetence(needed)))
                    .orElseGet(() -> new Decision.Become<>(quota));
        }

        /** A group is one of the Montreal Protocol. */
        private Set<Competence> needed(QuotaFact quota) {
            CommodityId commodity = quota.commodity();
            return commodity == null ? Set.of(Competence.OZONE) : commodities.competences(commodity);
        }

        private static Draft wrong(String pointer, String reason) {
            return new Draft.Wrong(List.of(new Draft.Field(pointer, reason)));
        }
    }
}
