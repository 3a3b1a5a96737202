package org.skypatch.tracking.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;
import static org.skypatch.tracking.testing.Reports.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class FlowTest {

    private static final Catalogue CATALOGUE =
            TestRegister.nothingCovered().register().catalogue();

    private static List<String> flows(Reports... reports) {
        return Flow.of(Judged.movement(reports), CATALOGUE).stream()
                .map(flow -> flow.direction().label() + " " + flow.country() + " " + flow.mass())
                .toList();
    }

    @Test
    void brings_in_what_the_destination_accepted() {
        assertThat(flows(export("KR"), imported("TH").acceptedAndRejected("13000", "600", "hcfc-22")))
                .containsExactly("in TH 13000");
    }

    @Test
    void brings_in_what_enters_bond_on_the_way() {
        assertThat(flows(export("KR").through("SG"), report(CustomsEventType.BOND_ENTERED, "SG")))
                .containsExactly("in SG 13600");
    }

    @Test
    void does_not_count_a_transhipment() {
        assertThat(flows(export("KR").through("SG"), report(CustomsEventType.TRANSHIPPED, "SG")))
                .isEmpty();
    }

    @Test
    void takes_out_what_is_re_exported_and_not_what_is_exported() {
        assertThat(flows(report(CustomsEventType.RE_EXPORT_DECLARED, "TH").between("TH", "FR")))
                .containsExactly("out TH 13600");
        assertThat(flows(export("KR"))).isEmpty();
    }

    @Test
    void does_not_believe_an_outsider() {
        assertThat(flows(export("KR"), report(CustomsEventType.BOND_ENTERED, "FR")))
                .isEmpty();
    }
}
