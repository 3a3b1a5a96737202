package org.skypatch.registry.licence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
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

/** Builds licences: Thailand's import licence for 20 t of HCFC-22 from Korea in 2026, or what a test makes of it. */
final class SomeLicence {

    static final Caller AUTHORITY = new Caller(
            AdministrationId.of("TH-nou"),
            CountryCode.of("TH"),
            null,
            Set.of(Role.OFFICER, Role.AUTHORITY),
            Set.of(Competence.OZONE));

    private String number = "TH-HCFC-2026-00017";
    private @Nullable String massKg = "20000";
    private @Nullable Tonnes odpTonnes;
    private @Nullable Tonnes co2eTonnes;
    private @Nullable Long units;
    private LicenceState state = LicenceState.ISSUED;
    private LicenceUse use = LicenceUse.MULTIPLE;
    private String holder = "TH-01";
    private String importer = "TH";
    private @Nullable String agent;
    private List<LocationCode> ports = List.of();

    private SomeLicence() {}

    static SomeLicence anImport() {
        return new SomeLicence();
    }

    SomeLicence number(String said) {
        number = said;
        return this;
    }

    SomeLicence massKg(String said) {
        massKg = said;
        return this;
    }

    /** Grants an amount of {@code odp} or {@code co2e} tonnes, or of {@code unit}s, and no mass. */
    SomeLicence granting(String unit, String amount) {
        massKg = null;
        switch (unit) {
            case "odp" -> odpTonnes = Tonnes.of(amount);
            case "co2e" -> co2eTonnes = Tonnes.of(amount);
            default -> units = Long.valueOf(amount);
        }
        return this;
    }

    SomeLicence in(LicenceState said) {
        state = said;
        return this;
    }

    SomeLicence usedOnce() {
        use = LicenceUse.SINGLE;
        return this;
    }

    SomeLicence heldBy(String said) {
        holder = said;
        return this;
    }

    SomeLicence into(String said) {
        importer = said;
        return this;
    }

    SomeLicence agent(String said) {
        agent = said;
        return this;
    }

    SomeLicence through(String... said) {
        ports = List.of(said).stream().map(LocationCode::of).toList();
        return this;
    }

    LicenceFact build() {
        return new LicenceFact(
                CountryCode.of("TH"),
                number,
                LicenceKind.IMPORT,
                state,
                TraderId.of(holder),
                TraderId.of("KR-01"),
                CommodityId.of("hcfc-22"),
                massKg == null ? null : Mass.ofKilograms(massKg),
                odpTonnes,
                co2eTonnes,
                units,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                use,
                CountryCode.of("KR"),
                CountryCode.of(importer),
                "refrigeration",
                null,
                null,
                agent == null ? null : TraderId.of(agent),
                ports,
                null);
    }
}
