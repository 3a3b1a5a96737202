package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.TestRegister;

class ExportLicenceMissingTest {

    private static Judged judged() {
        return Judged.by(new ExportLicenceMissing())
                .with(TestRegister.covering("KR", "TH")
                        .demanding("KR", "export-licence", "export", "hcfc-22", "2020-01-01")
                        .union("EU", "DE", "FR")
                        .demanding("DE", "export-licence", "export", "hcfc-22", "2020-01-01"));
    }

    @Test
    void finds_an_export_without_the_licence_that_is_demanded() {
        assertThat(judged().on(export("KR")).findings()).singleElement().satisfies(found -> assertThat(found.severity())
                .isEqualTo(Severity.HIGH));
    }

    @Test
    void is_content_with_one_of_the_state_of_dispatch() {
        assertThat(judged().on(export("KR").citing("KR/E-1")).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void is_not_content_with_an_import_licence() {
        assertThat(judged().on(export("KR").citing("TH/I-1")).state()).isEqualTo(State.FINDING);
    }

    @Test
    void does_not_ask_inside_a_union_without_trade() {
        assertThat(judged().on(export("DE").between("DE", "FR")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void accepts_a_licence_of_the_union() {
        assertThat(judged().on(export("DE").between("DE", "TH").citing("EU/E-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void applies_the_law_of_the_day() {
        assertThat(judged().on(export("KR").at("2019-12-31T00:00:00Z")).state()).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_an_amendment_cites_it() {
        assertThat(judged().on(
                                export("KR"),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("A-1")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .citing("KR/E-1"))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
