package org.skypatch.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.skypatch.registry.sheet.SheetFiles;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;
import org.skypatch.registry.sheet.UnreadableSheet;

/** Reads sheets by way of a temporary file, so that memory does not grow with them; writes them straight out. */
@ApplicationScoped
class SheetFilesOnDisk implements SheetFiles {

    private final SheetLimits limits;

    SheetFilesOnDisk(SheetLimits limits) {
        this.limits = limits;
    }

    @Override
    public Opened open(InputStream content, SheetFormat format, @Nullable SheetKind kind)
            throws IOException, UnreadableSheet {
        Path file = Files.createTempFile("sheet-", "." + format.label());
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return switch (format) {
                case CSV -> CsvSheet.open(file, kind, limits);
                case XLSX -> Workbooks.open(file, kind, limits);
            };
        } catch (IOException | UnreadableSheet | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public Sink write(OutputStream out, SheetFormat format, SheetKind kind) throws IOException {
        return switch (format) {
            case CSV -> new CsvSink(out, kind);
            case XLSX -> new WorkbookSink(out, kind);
        };
    }
}
