package org.skypatch.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.skypatch.registry.catalogue.CatalogueEdition;
import org.skypatch.registry.catalogue.CatalogueEntry;

/** The edition of the reference data that is packaged with this service, in the folder {@code catalogue}. */
final class PackagedCatalogue {

    private PackagedCatalogue() {}

    /** Which edition it is, without reading it. */
    static String version() {
        try (InputStream in = PackagedCatalogue.class.getResourceAsStream("/catalogue/edition.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "the reference data lack edition.properties"));
            return Objects.requireNonNull(properties.getProperty("version"), "the edition has no version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all of it: substances and blends, wastes, then chemicals, which join the substances they are. */
    static CatalogueEdition read() {
        List<CatalogueEntry> substances = MontrealLists.read();
        List<CatalogueEntry> wastes = BaselCodes.read();
        return new CatalogueEdition(version(), ChemicalLists.joinedTo(substances, wastes), PartyLists.read());
    }
}
