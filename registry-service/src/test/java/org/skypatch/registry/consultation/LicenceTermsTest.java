package org.skypatch.registry.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.consultation.Consultations.EXPORTER;
import static org.skypatch.registry.consultation.Consultations.IMPORTER;
import static org.skypatch.registry.consultation.Consultations.KOREA;
import static org.skypatch.registry.consultation.Consultations.THAILAND;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceUse;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Refusal;

class LicenceTermsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");
    private static final ConsultationFact CONFIRMED = Consultations.confirmed(Consultations.about("hcfc-22", "20000"));

    @Test
    void fills_in_what_was_confirmed_for_an_import_licence() {
        LicenceFact licence = licence(terms(THAILAND, null, null, null));

        assertThat(licence.kind()).isEqualTo(LicenceKind.IMPORT);
        assertThat(licence.holder()).isEqualTo(IMPORTER);
        assertThat(licence.counterpart()).isEqualTo(EXPORTER);
        assertThat(licence.massKg()).hasToString("20000");
        assertThat(licence.validFrom()).isEqualTo(TODAY);
        assertThat(licence.validUntil()).isEqualTo("2026-12-31");
        assertThat(licence.use()).isEqualTo(LicenceUse.SINGLE);
        assertThat(licence.consultation()).isEqualTo(CONFIRMED.id());
    }

    @Test
    void turns_the_traders_round_for_an_export_licence() {
        LicenceFact licence = licence(terms(KOREA, null, null, null));

        assertThat(licence.kind()).isEqualTo(LicenceKind.EXPORT);
        assertThat(licence.holder()).isEqualTo(EXPORTER);
        assertThat(licence.counterpart()).isEqualTo(IMPORTER);
    }

    @Test
    void grants_no_more_no_longer_and_to_nobody_else_than_was_confirmed() {
        assertThat(pointer(terms(THAILAND, "20001", null, null))).isEqualTo("/massKg");
        assertThat(pointer(terms(THAILAND, "0", null, null))).isEqualTo("/massKg");
        assertThat(pointer(terms(THAILAND, null, "2027-01-01", null))).isEqualTo("/validUntil");
        assertThat(pointer(terms(THAILAND, null, "2026-03-31", null))).isEqualTo("/validUntil");
        assertThat(pointer(terms(THAILAND, null, null, "TH-2"))).isEqualTo("/holder");
    }

    private static LicenceTerms terms(
            CountryCode issuer, @Nullable String mass, @Nullable String until, @Nullable String holder) {
        return new LicenceTerms(
                new LicenceNumber(issuer, "L-1"),
                mass == null ? null : Mass.ofKilograms(mass),
                null,
                until == null ? null : LocalDate.parse(until),
                null,
                holder == null ? null : TraderId.of(holder),
                null,
                List.of());
    }

    private static LicenceFact licence(LicenceTerms terms) {
        return ((Decision.Become<LicenceFact>) terms.applyTo(CONFIRMED, TODAY)).fact();
    }

    private static String pointer(LicenceTerms terms) {
        Refusal refusal = ((Decision.Refuse<LicenceFact>) terms.applyTo(CONFIRMED, TODAY)).refusal();
        return ((Refusal.FixedField) refusal).pointer();
    }
}
