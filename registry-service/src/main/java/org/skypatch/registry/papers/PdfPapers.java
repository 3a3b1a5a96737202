package org.skypatch.registry.papers;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skypatch.registry.paper.Paper;
import org.skypatch.registry.paper.Papers;

/**
 * Papers by way of a document tree, never of markup: a text becomes a text node whatever it holds. The renderer may
 * open one resource, the picture of the code that is made here.
 */
@ApplicationScoped
class PdfPapers implements Papers {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Layout layout = new Layout(new String(read("/papers/paper.css"), StandardCharsets.UTF_8));

    @Override
    public byte[] pdf(Paper paper) {
        String code = paper.qr() == null ? null : address(qrCode(paper.qr()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer(code)
                    .withW3cDocument(layout.document(Letters.printable(paper), code), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper cannot be printed", e);
        }
        return out.toByteArray();
    }

    @Override
    public byte[] qrCode(String text) {
        return QrPicture.png(text);
    }

    private static PdfRendererBuilder renderer(@Nullable String code) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withProducer("Skypatch");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        for (ExternalResourceControlPriority time : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> Objects.equals(address, code), time);
        }
        font(builder, "NotoSans-Regular", "Noto Sans", REGULAR);
        font(builder, "NotoSans-Bold", "Noto Sans", BOLD);
        font(builder, "NotoSansArabic-Regular", "Noto Sans Arabic", REGULAR);
        font(builder, "NotoSansThai-Regular", "Noto Sans Thai", REGULAR);
        font(builder, "ttf/NotoSansSC/NotoSansSC-Regular", "Noto Sans SC", REGULAR);
        font(builder, "NanumSquare-Regular", "NanumSquare", REGULAR);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        FSSupplier<InputStream> letters = () -> resource("/fonts/" + file + ".ttf");
        builder.useFont(letters, family, weight, FontStyle.NORMAL, true);
    }

    private static String address(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static byte[] read(String name) {
        try (InputStream in = resource(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PdfPapers.class.getResourceAsStream(name), name);
    }
}
