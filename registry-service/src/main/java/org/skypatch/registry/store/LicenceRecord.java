package org.skypatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Revised;

/** A row of the table {@code licence}. */
@Entity
@Table(name = "licence")
@IdClass(LicenceRecord.Key.class)
class LicenceRecord {

    record Key(String issuer, String number) {}

    @Id
    String issuer = "";

    @Id
    String number = "";

    long revision;
    String kind = "";
    String state = "";
    String holder = "";

    @Nullable
    String counterpart;

    String commodity = "";

    @Column(name = "mass_kg", precision = 18, scale = 6)
    @Nullable
    BigDecimal massKg;

    @Column(name = "odp_tonnes", precision = 21, scale = 9)
    @Nullable
    BigDecimal odpTonnes;

    @Column(name = "co2e_tonnes", precision = 21, scale = 9)
    @Nullable
    BigDecimal co2eTonnes;

    @Nullable
    Long units;

    @Column(name = "valid_from")
    LocalDate validFrom = LocalDate.EPOCH;

    @Column(name = "valid_until")
    LocalDate validUntil = LocalDate.EPOCH;

    String use = "";

    @Column(name = "exporter_country")
    String exporterCountry = "";

    @Column(name = "importer_country")
    String importerCountry = "";

    @Column(name = "intended_use")
    @Nullable
    String intendedUse;

    @Nullable
    String condition;

    @Nullable
    String form;

    @Nullable
    String agent;

    String[] ports = {};

    @Nullable
    UUID consultation;

    void become(Revised<LicenceFact> licence) {
        LicenceFact fact = licence.fact();
        issuer = fact.issuer().value();
        number = fact.number();
        revision = licence.revision();
        kind = fact.kind().label();
        state = fact.state().label();
        holder = fact.holder().value();
        counterpart = text(fact.counterpart(), TraderId::value);
        commodity = fact.commodity().value();
        massKg = value(fact.massKg(), Mass::kilograms);
        odpTonnes = value(fact.odpTonnes(), Tonnes::value);
        co2eTonnes = value(fact.co2eTonnes(), Tonnes::value);
        units = fact.units();
        validFrom = fact.validFrom();
        validUntil = fact.validUntil();
        use = fact.use().label();
        exporterCountry = fact.exporterCountry().value();
        importerCountry = fact.importerCountry().value();
        intendedUse = fact.intendedUse();
        condition = fact.condition();
        form = fact.form();
        agent = text(fact.agent(), TraderId::value);
        consultation = fact.consultation();
        ports = fact.ports().stream().map(LocationCode::value).toArray(String[]::new);
    }

    /** The row that a result stands at, which has all columns of the table. */
    static LicenceRecord read(ResultSet row) throws SQLException {
        LicenceRecord licence = new LicenceRecord();
        licence.issuer = row.getString("issuer");
        licence.number = row.getString("number");
        licence.revision = row.getLong("revision");
        licence.kind = row.getString("kind");
        licence.state = row.getString("state");
        licence.holder = row.getString("holder");
        licence.counterpart = row.getString("counterpart");
        licence.commodity = row.getString("commodity");
        licence.massKg = row.getBigDecimal("mass_kg");
        licence.odpTonnes = row.getBigDecimal("odp_tonnes");
        licence.co2eTonnes = row.getBigDecimal("co2e_tonnes");
        licence.units = row.getObject("units", Long.class);
        licence.validFrom = row.getObject("valid_from", LocalDate.class);
        licence.validUntil = row.getObject("valid_until", LocalDate.class);
        licence.use = row.getString("use");
        licence.exporterCountry = row.getString("exporter_country");
        licence.importerCountry = row.getString("importer_country");
        licence.intendedUse = row.getString("intended_use");
        licence.condition = row.getString("condition");
        licence.form = row.getString("form");
        licence.agent = row.getString("agent");
        licence.ports = (String[]) row.getArray("ports").getArray();
        licence.consultation = row.getObject("consultation", UUID.class);
        return licence;
    }

    Revised<LicenceFact> revised() {
        return new Revised<>(
                new LicenceFact(
                        CountryCode.of(issuer),
                        number,
                        LicenceKind.of(kind),
                        LicenceState.of(state),
                        TraderId.of(holder),
                        value(counterpart, TraderId::of),
                        CommodityId.of(commodity),
                        value(massKg, Mass::new),
                        value(odpTonnes, Tonnes::new),
                        value(co2eTonnes, Tonnes::new),
                        units,
                        validFrom,
                        validUntil,
                        LicenceUse.of(use),
                        CountryCode.of(exporterCountry),
                        CountryCode.of(importerCountry),
                        intendedUse,
                        condition,
                        form,
                        value(agent, TraderId::of),
                        Arrays.stream(ports).map(LocationCode::of).toList(),
                        consultation),
                revision);
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> write) {
        return Optional.ofNullable(value).map(write).orElse(null);
    }

    private static <S, T> @Nullable T value(@Nullable S kept, Function<S, T> read) {
        return Optional.ofNullable(kept).map(read).orElse(null);
    }
}
