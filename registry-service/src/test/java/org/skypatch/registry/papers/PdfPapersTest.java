package org.skypatch.registry.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.registry.paper.Paper;
import org.skypatch.registry.paper.Paper.Box;
import org.skypatch.registry.paper.Paper.Boxes;
import org.skypatch.registry.paper.Paper.Part;
import org.skypatch.registry.paper.Paper.Table;
import org.skypatch.registry.paper.Paper.Width;
import org.skypatch.registry.paper.Paper.Words;

class PdfPapersTest {

    private final PdfPapers papers = new PdfPapers();

    @Test
    void prints_every_block_with_its_number_label_and_text() throws IOException {
        byte[] pdf = papers.pdf(full());
        String text = text(pdf);

        keep("full.pdf", pdf);
        assertThat(text)
                .contains("Notification document", "PH 0000 000012")
                .contains("1. Exporter", "Manila Metals", "2. Importer", "3. Kind", "Single", "9. Shipments")
                .contains("Mass in kg", "12,500", "left blank")
                .contains("printed from the registry", "1 / 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<b>bold</b> & <i>more</i>",
                "&lt;already&gt; &#65; &entity;",
                "</style><style>body{display:none}",
                "]]> <!-- x --> <?pi?>",
                "{{handlebars}} ${el} %s"
            })
    void prints_marks_as_they_stand(String words) throws IOException {
        Paper paper = new Paper(
                words, words, List.of(new Part(words, List.of(Words.wide(words, words, words)))), null, words);

        String text = text(papers.pdf(paper));

        assertThat(text.split(Pattern.quote(words), -1).length - 1).as(text).isGreaterThanOrEqualTo(6);
    }

    @Test
    void opens_nothing_that_a_text_names(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        Path secret = Files.writeString(folder.resolve("secret.txt"), "not to be printed");
        try {
            String http = "http://127.0.0.1:" + server.getAddress().getPort();
            String words = "<img src='" + http + "/a.png'/><link rel='stylesheet' href='" + http + "/b.css'/>"
                    + "<object data='" + secret.toUri() + "'></object>@import url(" + http + "/c.css);"
                    + "<iframe src='" + secret.toUri() + "'/>";

            String text = text(papers.pdf(new Paper(
                    words, words, List.of(new Part(words, List.of(Words.wide("1", words, words)))), "x", words)));

            assertThat(asked).hasValue(0);
            assertThat(text).doesNotContain("not to be printed");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void prints_many_scripts_in_letters_that_travel_with_the_paper() throws IOException {
        List<String> words = List.of("Ärger naïve", "Ввоз озон", "进口许可证", "ใบอนุญาต", "Ελλάδα", "Giấy phép", "영풍 한국");
        List<Paper.Block> blocks = new ArrayList<>();
        words.forEach(word -> blocks.add(Words.half("", "as written", word)));
        blocks.add(Words.half("", "as written", "رخصة استيراد"));

        byte[] pdf = papers.pdf(new Paper("Scripts", null, List.of(new Part(null, blocks)), null, null));

        assertThat(text(pdf)).contains(words).contains("رخصة استيراد").doesNotContain("#");
        assertThat(fonts(pdf)).isNotEmpty().allSatisfy(font -> assertThat(font.isEmbedded())
                .as(font.getName())
                .isTrue());
        assertThat(fonts(pdf))
                .extracting(PDFont::getName)
                .anyMatch(name -> name.contains("NotoSansSC"))
                .anyMatch(name -> name.contains("Nanum"))
                .anyMatch(name -> name.contains("NotoSansArabic"));
        assertThat(pdf.length).isLessThan(400_000);
        keep("scripts.pdf", pdf);
    }

    @ParameterizedTest
    @CsvSource({
        "भारत सरकार / Government of India, ‹bhārata sarakāra› / Government of India",
        "'தமிழ், நாடு', '‹tamiḻ, nāṭu›'",
        "Tbilisi თბილისი 12, Tbilisi ‹tbilisi› 12",
        "Երևան, ‹Erevan›",
        "ខ្មែរ, ‹in the script Khmer›",
        "Кому: 환경부 진행, Кому: 환경부 진행",
    })
    void prints_in_latin_letters_what_it_has_no_letters_for_and_says_so(String typed, String printed)
            throws IOException {
        byte[] pdf = papers.pdf(new Paper(
                "Scripts", null, List.of(new Part(null, List.of(Words.wide("", "Name", typed)))), null, null));

        assertThat(Letters.printable(typed)).isEqualTo(printed);
        assertThat(text(pdf)).contains(printed).doesNotContain("#");
        assertThat(text(pdf).contains("are written here in Latin letters")).isEqualTo(!typed.equals(printed));
    }

    @Test
    void keeps_a_long_paper_readable_over_several_pages() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 150; i++) {
            rows.add(List.of("shipment " + i, "x".repeat(i % 60)));
        }
        byte[] pdf = papers.pdf(new Paper(
                "Shipments",
                null,
                List.of(new Part(null, List.of(new Table("1", "All", List.of("no.", "who"), rows)))),
                null,
                "foot"));

        assertThat(text(pdf)).contains("shipment 1 x", "shipment 150", "foot");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 8);
        }
    }

    @Test
    void prints_a_code_that_reads_back() throws Exception {
        String text = "eyJhbGciOiJFZERTQSJ9." + "aZ09-_".repeat(80) + ".許可";
        byte[] pdf = papers.pdf(new Paper("Licence", "TH/1", List.of(), text, null));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 300)))
                    .isEqualTo(text);
        }
        assertThat(read(ImageIO.read(new ByteArrayInputStream(papers.qrCode(text)))))
                .isEqualTo(text);
    }

    @Test
    void refuses_a_text_too_long_for_a_code() {
        assertThatThrownBy(() -> papers.qrCode("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Paper full() {
        return new Paper(
                "Notification document",
                "PH 0000 000012",
                List.of(new Part(
                        "Parties",
                        List.of(
                                Words.half("1", "Exporter", "Manila Metals\n12 Port Road"),
                                Words.half("2", "Importer", "Busan Recovery"),
                                new Boxes(
                                        "3",
                                        "Kind",
                                        List.of(new Box("Single", true), new Box("General", false)),
                                        Width.HALF),
                                Words.wide("4", "left blank", null),
                                new Table(
                                        "9",
                                        "Shipments",
                                        List.of("Serial", "Mass in kg"),
                                        List.of(List.of("1", "12,500")))))),
                "code",
                "printed from the registry");
    }

    /** Beside the test reports, for whoever wants to look at it. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "papers")).resolve(name), pdf);
    }

    private static String read(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // A letter that stands in the font as a radical as well is read as the radical: the same letter after
            // folding.
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }

    private static List<PDFont> fonts(byte[] pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }
        return fonts;
    }
}
