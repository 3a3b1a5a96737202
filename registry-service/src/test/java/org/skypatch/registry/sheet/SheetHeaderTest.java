package org.skypatch.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetHeaderTest {

    @ParameterizedTest
    @EnumSource
    void tells_each_sheet_by_its_own_header(SheetKind kind) throws UnreadableSheet {
        List<String> header = kind.columns().stream().map(Column::header).toList();

        assertThat(SheetHeader.of(null, header).kind()).isEqualTo(kind);
    }

    @Test
    void reads_columns_in_any_order_and_however_they_are_written() throws UnreadableSheet {
        SheetHeader header = SheetHeader.of(null, List.of("NAME", " Id ", "", "aliases"));

        assertThat(header.row(7, List.of("Siam Cool", "TH-1", "", " ")))
                .hasValueSatisfying(row -> assertThat(row.cells())
                        .containsOnlyKeys("id", "name")
                        .containsEntry("name", "Siam Cool")
                        .containsEntry("id", "TH-1"));
        assertThat(header.row(8, List.of("", " "))).isEmpty();
    }

    @Test
    void takes_the_guard_off_a_text() throws UnreadableSheet {
        SheetHeader header = SheetHeader.of(SheetKind.TRADERS, List.of("id", "name"));

        assertThat(header.row(2, List.of("TH-1", "'=Siam")).orElseThrow().cells())
                .containsEntry("name", "=Siam");
    }

    @Test
    void refuses_what_it_does_not_know_naming_the_columns_there_are() {
        List<String> strange = List.of("id", "name", "colour");
        List<String> twice = List.of("id", "name", "Name");

        assertThatThrownBy(() -> SheetHeader.of(null, strange))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("\"colour\"")
                .hasMessageContaining("registrations");
        assertThatThrownBy(() -> SheetHeader.of(null, twice)).hasMessageContaining("name stands twice");
        assertThatThrownBy(() -> SheetHeader.of(SheetKind.LICENCES, List.of("number")))
                .hasMessageContaining("lacks the column kind, holder");
        assertThatThrownBy(() -> SheetHeader.of(null, List.of("a", "b"))).hasMessageContaining("not the header");
    }

    @Test
    void refuses_a_value_without_a_header() throws UnreadableSheet {
        SheetHeader header = SheetHeader.of(null, List.of("id", "name"));

        assertThatThrownBy(() -> header.row(3, List.of("TH-1", "Siam", "lost")))
                .hasMessage("line 3 has a value in column 3, which has no header");
    }

    @Test
    void tells_every_field_of_a_record_of_its_column() {
        List<RowProblem> told = new ArrayList<>();
        for (String pointer : List.of("/registrations/1/until", "/aliases/0", "/name", "/nothing", "")) {
            told.add(RowProblems.of(SheetKind.TRADERS, pointer, "is wrong"));
        }

        assertThat(told)
                .containsExactly(
                        new RowProblem("registrations", "entry 2, until: is wrong"),
                        new RowProblem("aliases", "entry 1: is wrong"),
                        new RowProblem("name", "is wrong"),
                        new RowProblem("", "nothing is wrong"),
                        new RowProblem("", "is wrong"));
        assertThat(RowProblems.of(SheetKind.QUOTAS, "/counts/forms/2", "is wrong"))
                .isEqualTo(new RowProblem("countsForms", "entry 3: is wrong"));
        assertThat(RowProblems.of(SheetKind.QUOTAS, "/countsAt", "is wrong").column())
                .isEqualTo("countsAt");
    }
}
