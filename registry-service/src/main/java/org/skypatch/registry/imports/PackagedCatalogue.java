package org.skypatch.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.skypatch.registry.catalogue.CatalogueEdition;

/** The edition of the reference data that is packaged with this service, in the folder {@code catalogue}. */
final class PackagedCatalogue {

    private PackagedCatalogue() {}

    /** Which edition it is, without reading it. */
    static String version() {
        return property("version");
    }

    /** Reads all of it: substances and blends, wastes, then chemicals, which join the substances they are. */
    static CatalogueEdition read() {
        List<CommodityDraft> commodities = ChemicalLists.joinedTo(MontrealLists.read(), BaselCodes.read());
        Signs.addTo(commodities);
        return new CatalogueEdition(
                version(),
                LocalDate.parse(property("effective")),
                commodities.stream().map(CommodityDraft::entry).toList(),
                PartyLists.read(),
                CodeLists.read());
    }

    private static String property(String name) {
        try (InputStream in = PackagedCatalogue.class.getResourceAsStream("/catalogue/edition.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "the reference data lack edition.properties"));
            return Objects.requireNonNull(properties.getProperty(name), "the edition has no " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
