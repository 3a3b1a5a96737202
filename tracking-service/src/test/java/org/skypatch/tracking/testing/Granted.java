package org.skypatch.tracking.testing;

import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.contracts.trade.WasteCode;

/** What registry records grant, in the words of the field. */
public final class Granted {

    private final CountryCode country;
    private final int year;
    private final String subject;
    private final String direction;
    private GoodsScope counts;
    private String countsAt = "import";

    private Granted(String country, int year, String subject, String direction) {
        this.country = CountryCode.of(country);
        this.year = year;
        this.subject = subject;
        this.direction = direction;
    }

    /** A quota of a Montreal group, or of a commodity. */
    public static Granted quota(String country, int year, String subject, String direction) {
        return new Granted(country, year, subject, direction);
    }

    public Granted countedAt(String moment) {
        countsAt = moment;
        return this;
    }

    public Granted counting(GoodsScope scope) {
        counts = scope;
        return this;
    }

    public QuotaFact kg(String mass) {
        return fact(Mass.ofKilograms(mass), null, null);
    }

    public QuotaFact odpTonnes(String tonnes) {
        return fact(null, Tonnes.of(tonnes), null);
    }

    public QuotaFact co2eTonnes(String tonnes) {
        return fact(null, null, Tonnes.of(tonnes));
    }

    private QuotaFact fact(Mass mass, Tonnes odp, Tonnes co2e) {
        boolean isGroup = subject.matches("[A-F](-I+)?");
        return new QuotaFact(
                country,
                year,
                isGroup ? subject : null,
                isGroup ? null : CommodityId.of(subject),
                direction,
                mass,
                odp,
                co2e,
                counts,
                countsAt,
                List.of(),
                null);
    }

    /** The same licence in another unit than mass. */
    public static LicenceFact instead(LicenceFact licence, Tonnes odp, Tonnes co2e, Long units) {
        return copy(licence, licence.use(), null, odp, co2e, units);
    }

    /** The same licence for one movement only. */
    public static LicenceFact singleUse(LicenceFact licence) {
        return copy(licence, LicenceUse.SINGLE, licence.massKg(), null, null, null);
    }

    private static LicenceFact copy(
            LicenceFact licence, LicenceUse use, Mass mass, Tonnes odp, Tonnes co2e, Long units) {
        return new LicenceFact(
                licence.issuer(),
                licence.number(),
                licence.kind(),
                licence.state(),
                licence.holder(),
                null,
                licence.commodity(),
                mass,
                odp,
                co2e,
                units,
                licence.validFrom(),
                licence.validUntil(),
                use,
                licence.exporterCountry(),
                licence.importerCountry(),
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** An active notification of batteries from PH to KR for the year 2026. */
    public static NotificationFact notification(String kg, int shipments) {
        return new NotificationFact(
                "PH 0000 000012",
                NotificationState.ACTIVE,
                "general",
                TraderId.of("PH-TIN-000-111"),
                TraderId.of("KR-305-81-00777"),
                List.of(),
                List.of(),
                CountryCode.of("PH"),
                CountryCode.of("KR"),
                List.of(),
                List.of(WasteCode.of("A1160")),
                "R4",
                Mass.ofKilograms(kg),
                shipments,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2027-01-31"),
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
