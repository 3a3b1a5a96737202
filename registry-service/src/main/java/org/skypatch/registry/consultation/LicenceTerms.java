package org.skypatch.registry.consultation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.LocationCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

/**
 * What the issuing authority says of the licence that a consultation becomes; the rest is the consultation's. Within what
 * was confirmed: never more, never longer.
 *
 * @param number of the issuing Party, which is the importing or the exporting one
 * @param massKg what was confirmed if none
 * @param validFrom today if none
 * @param validUntil the last day of the answer if none
 * @param use single if none
 * @param holder the issuing Party's trader; may be left out if the consultation says its number
 */
public record LicenceTerms(
        LicenceNumber number,
        @Nullable Mass massKg,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LicenceUse use,
        @Nullable TraderId holder,
        @Nullable TraderId agent,
        List<LocationCode> ports) {
    public LicenceTerms {
        ports = List.copyOf(ports);
    }

    /** The licence of these terms; refused where they leave what was confirmed. */
    public Decision<LicenceFact> applyTo(ConsultationFact consultation, LocalDate today) {
        boolean imports = number.issuedBy().equals(consultation.importerCountry());
        TraderId holding = (imports ? consultation.importer() : consultation.exporter()).id();
        TraderId other = (imports ? consultation.exporter() : consultation.importer()).id();
        TraderId holds = holder == null ? holding : holder;
        Mass mass = massKg == null ? consultation.grantedMassKg() : massKg;
        LocalDate from = validFrom == null ? today : validFrom;
        LocalDate until = validUntil == null ? consultation.validUntil() : validUntil;
        if (holds == null) {
            return refuse("/holder", "is required: the consultation does not say its number");
        }
        if (holding != null && !holding.equals(holds)) {
            return refuse("/holder", "must be " + holding + ", whom the consultation is about");
        }
        if (mass.isMoreThan(consultation.grantedMassKg()) || mass.equals(Mass.ZERO)) {
            return refuse(
                    "/massKg", "must be more than 0 and at most the " + consultation.grantedMassKg() + " kg confirmed");
        }
        if (until == null || consultation.validUntil() != null && until.isAfter(consultation.validUntil())) {
            return refuse("/validUntil", "must not be after the last day of the answer, " + consultation.validUntil());
        }
        if (until.isBefore(from)) {
            return refuse("/validUntil", "must not be before " + from);
        }
        return new Decision.Become<>(new LicenceFact(
                number.issuedBy(),
                number.number(),
                imports ? LicenceKind.IMPORT : LicenceKind.EXPORT,
                LicenceState.ISSUED,
                holds,
                other,
                consultation.commodity(),
                mass,
                null,
                null,
                null,
                from,
                until,
                use == null ? LicenceUse.SINGLE : use,
                consultation.exporterCountry(),
                consultation.importerCountry(),
                consultation.intendedUse(),
                consultation.condition(),
                consultation.form(),
                agent,
                ports,
                consultation.id()));
    }

    private static Decision<LicenceFact> refuse(String pointer, String detail) {
        return new Decision.Refuse<>(new Refusal.FixedField(pointer, detail));
    }
}
