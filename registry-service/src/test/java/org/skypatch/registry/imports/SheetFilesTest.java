package org.skypatch.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;
import org.skypatch.registry.sheet.SheetRow;
import org.skypatch.registry.sheet.UnreadableSheet;

class SheetFilesTest {

    private static final List<String> TRADER = List.of(
            "TH", "TH-1", "=Siam \"Cool\"; Co, Ltd.", "สยาม | @x", "importer", "", "hcfc-22; 2026-01-01", "good");

    private final SheetFiles files = new SheetFilesOnDisk(new Limits());

    private record Limits() implements SheetLimits {
        @Override
        public int mostRows() {
            return 1_000;
        }

        @Override
        public int mostColumns() {
            return 50;
        }

        @Override
        public int longestCell() {
            return 2_000;
        }

        @Override
        public int mostParts() {
            return 40;
        }

        @Override
        public long mostUnpackedBytes() {
            return 4_000_000;
        }

        @Override
        public long mostSharedTextBytes() {
            return 1_000_000;
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_back_what_it_wrote(SheetFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetFiles.Sink sheet = files.write(out, format, SheetKind.TRADERS)) {
            for (int i = 0; i < 700; i++) {
                sheet.row(TRADER);
            }
        }

        List<SheetRow> rows = read(out.toByteArray(), format, null);

        assertThat(rows).hasSize(700).allSatisfy(row -> assertThat(row.cells())
                .containsEntry("name", TRADER.get(2))
                .containsEntry("aliases", TRADER.get(3))
                .doesNotContainKey("address"));
        assertThat(rows.getFirst().line()).isEqualTo(2);
        assertThat(rows.getLast().line()).isEqualTo(701);
    }

    @Test
    void lets_no_text_begin_like_a_formula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetFiles.Sink sheet = files.write(out, SheetFormat.CSV, SheetKind.TRADERS)) {
            sheet.row(TRADER);
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFcountry,id,name")
                .contains("\"'=Siam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,name\nTH-1,Siam\n",
                "\uFEFFid;name\r\nTH-1;Siam\r\n",
                "sep=;\r\nid;name\r\nTH-1;Siam",
                "id\tname\n\nTH-1\tSiam\n\t\n",
                "\"id\",\"name\"\n\"TH-1\",\"Siam\"",
                "name;id;address\nSiam;TH-1\n"
            })
    void reads_csv_as_spreadsheets_write_it(String csv) throws Exception {
        List<SheetRow> rows = read(csv.getBytes(StandardCharsets.UTF_8), SheetFormat.CSV, null);

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().cells()).isEqualTo(Map.of("id", "TH-1", "name", "Siam"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-874", "UTF-16"})
    void refuses_another_encoding(String charset) {
        byte[] csv = "id,name\nTH-1,สยาม\n".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> read(csv, SheetFormat.CSV, null))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refuses_csv_out_of_all_measure() {
        String wide = "id,name\n" + ",".repeat(1_000_000);
        String wideHeader = "id,name" + ",x".repeat(1_000_000);
        String longest = "id,name\nTH-1," + "x".repeat(100_000);
        String open = "id,name\nTH-1,\"" + "x\n".repeat(100_000);
        String rows = "id,name\n" + "TH-1,Siam\n".repeat(1_001);

        for (String csv : List.of(wide, wideHeader, longest, open, rows, "", "\n\n")) {
            assertThatThrownBy(() -> read(csv.getBytes(StandardCharsets.UTF_8), SheetFormat.CSV, null))
                    .isInstanceOf(UnreadableSheet.class);
        }
    }

    @Test
    void reads_numbers_and_days_of_a_workbook_as_they_are_shown() throws Exception {
        byte[] workbook = workbook(Map.of("Licences", sheet -> {
            List<String> header = List.of("number", "kind", "holder", "commodity", "massKg", "validFrom", "validUntil");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int i = 0; i < 3; i++) {
                sheet.value(
                        0,
                        header.size() + i,
                        List.of("use", "exporterCountry", "importerCountry").get(i));
            }
            sheet.value(1, 0, 17);
            sheet.value(1, 1, "import");
            sheet.value(1, 4, 13.6 * 3);
            sheet.value(1, 5, LocalDate.of(2026, 1, 1));
            sheet.formula(1, 6, "F2+364");
        }));

        assertThat(read(workbook, SheetFormat.XLSX, null).getFirst().cells())
                .containsEntry("number", "17")
                .containsEntry("massKg", "40.8")
                .containsEntry("validFrom", "2026-01-01");
    }

    @Test
    void reads_several_sheets_by_name_and_no_sheet_twice() throws Exception {
        Filling traders = sheet -> {
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, "TH-1");
            sheet.value(1, 1, "Siam");
        };
        byte[] twice = workbook(Map.of("one", traders, "two", traders));
        byte[] once = workbook(Map.of("traders", traders, "empty", sheet -> {}));

        assertThat(read(once, SheetFormat.XLSX, null)).hasSize(1);
        assertThatThrownBy(() -> read(twice, SheetFormat.XLSX, null)).hasMessageContaining("two sheets");
    }

    @Test
    void refuses_workbooks_made_to_do_harm() throws Exception {
        byte[] good = workbook(Map.of("traders", sheet -> {
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, "TH-1");
        }));
        String cells = "xl/worksheets/sheet1.xml";
        String head = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        String tail = "</sheetData></worksheet>";

        Map<String, byte[]> harmful = Map.of(
                "bomb", with(good, "xl/media/zeros.bin", new byte[8_000_000]),
                "texts",
                        with(
                                good,
                                "xl/sharedStrings.xml",
                                ("<sst>" + "<si><t>x</t></si>".repeat(90_000) + "</sst>")
                                        .getBytes(StandardCharsets.UTF_8)),
                "far out",
                        with(
                                good,
                                cells,
                                (head + "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>" + tail)
                                        .getBytes(StandardCharsets.UTF_8)),
                "wide",
                        with(
                                good,
                                cells,
                                (head + "<row>" + "<c><v>1</v></c>".repeat(60) + "</row>" + tail)
                                        .getBytes(StandardCharsets.UTF_8)),
                "no text",
                        with(
                                good,
                                cells,
                                (head + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>" + tail)
                                        .getBytes(StandardCharsets.UTF_8)),
                "rows",
                        with(
                                good,
                                cells,
                                (head + "<row><c><v>1</v></c></row>".repeat(1_100) + tail)
                                        .getBytes(StandardCharsets.UTF_8)),
                "entity",
                        with(
                                good,
                                cells,
                                ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + head
                                                + "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>" + tail)
                                        .getBytes(StandardCharsets.UTF_8)),
                "no workbook", "id,name".getBytes(StandardCharsets.UTF_8),
                "broken", java.util.Arrays.copyOf(good, good.length / 2));

        harmful.forEach((name, file) -> assertThatThrownBy(() -> read(file, SheetFormat.XLSX, null))
                .as(name)
                .isInstanceOf(UnreadableSheet.class));
    }

    @Test
    void leaves_no_file_behind() throws Exception {
        List<Path> before = temporary();
        read("id,name\nTH-1,Siam\n".getBytes(StandardCharsets.UTF_8), SheetFormat.CSV, null);
        assertThatThrownBy(() -> read(new byte[] {1, 2}, SheetFormat.XLSX, null))
                .isInstanceOf(UnreadableSheet.class);

        assertThat(temporary()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<Path> temporary() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().matches("sheet-.*\\.(csv|xlsx)"))
                    .collect(Collectors.toList());
        }
    }

    private List<SheetRow> read(byte[] content, SheetFormat format, @Nullable SheetKind kind) throws Exception {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetFiles.Opened file = files.open(new ByteArrayInputStream(content), format, kind)) {
            file.read(rows::add);
            assertThat(file.rows()).isGreaterThanOrEqualTo(rows.size());
        }
        return rows;
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Map<String, Filling> sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            sheets.forEach((name, filling) -> filling.fill(workbook.newWorksheet(name)));
        }
        return out.toByteArray();
    }

    /** The same workbook with a part in place of another, or added. */
    private static byte[] with(byte[] workbook, String name, byte[] content) throws IOException {
        Path file = Files.createTempFile("workbook", ".zip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Files.write(file, workbook);
            try (ZipFile in = new ZipFile(file.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    if (!entry.getName().equals(name)) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.getInputStream(entry).transferTo(zip);
                    }
                }
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        } finally {
            Files.delete(file);
        }
        return out.toByteArray();
    }
}
