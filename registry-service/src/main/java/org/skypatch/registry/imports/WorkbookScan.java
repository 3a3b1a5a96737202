package org.skypatch.registry.imports;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.skypatch.registry.sheet.UnreadableSheet;

/**
 * Looks through a workbook before it is read. The reader of the library trusts what a workbook says of itself: where a cell
 * stands, which shared text it shows. This goes over every part once, in little memory, and refuses what would make the
 * reader use more than its share: parts that unpack to too much, cells far out, texts that are not there, too many rows.
 */
final class WorkbookScan {

    private static final XMLInputFactory XML = xml();
    private static final String TEXTS = "sst";
    private static final String CELLS = "worksheet";
    private static final int MOST_ARRAY_FORMULAS = 100;

    private final SheetLimits limits;
    private long unpacked;
    private int rows;
    private int sharedTexts;

    private WorkbookScan(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks through a workbook.
     *
     * @return how many rows its sheets have, headers left out
     * @throws UnreadableSheet if it is none, or must not be read
     */
    static int of(Path file, SheetLimits limits) throws IOException, UnreadableSheet {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new WorkbookScan(limits).scan(zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableSheet("the file is not a workbook (XLSX)", e);
        } catch (XMLStreamException e) {
            throw new UnreadableSheet(
                    e.getNestedException() instanceof TooMuch tooMuch
                            ? tooMuch.getMessage()
                            : "the workbook cannot be read",
                    e);
        } catch (TooMuch e) {
            throw new UnreadableSheet(e.getMessage(), e);
        }
    }

    /** Ends the reading of a part from within it. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        private TooMuch(String message) {
            super(message);
        }
    }

    private int scan(ZipFile zip) throws IOException, UnreadableSheet, XMLStreamException {
        List<? extends ZipEntry> parts = Collections.list(zip.entries());
        Set<String> names = new HashSet<>();
        for (ZipEntry part : parts) {
            if (!names.add(part.getName())) {
                throw new UnreadableSheet("the workbook holds the part " + part.getName() + " twice");
            }
        }
        if (parts.size() > limits.mostParts()) {
            throw new UnreadableSheet("the workbook has more than " + limits.mostParts() + " parts");
        }
        for (ZipEntry part : parts) {
            scan(zip, part, TEXTS, this::scanTexts, false);
        }
        for (ZipEntry part : parts) {
            scan(zip, part, CELLS, this::scanCells, true);
        }
        return rows;
    }

    /** What a part is, by its root. */
    private interface Reading {
        void of(XMLStreamReader reader) throws XMLStreamException, UnreadableSheet;
    }

    /** Reads the part to its end if its root is this; else not, or, if so asked, only to count it. */
    private void scan(ZipFile zip, ZipEntry part, String root, Reading reading, boolean countsOthers)
            throws IOException, UnreadableSheet, XMLStreamException {
        try (InputStream counted = new Counted(zip.getInputStream(part))) {
            XMLStreamReader reader = XML.createXMLStreamReader(counted);
            String found = root(reader);
            if (found.equals(root)) {
                reading.of(reader);
            } else if (countsOthers && !found.equals(TEXTS)) {
                counted.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** The name of the root element; empty if this is no markup, so that the library could not read it either. */
    private static String root(XMLStreamReader reader) {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName();
                }
            }
        } catch (XMLStreamException e) {
            // a picture, say
        }
        return "";
    }

    private void scanTexts(XMLStreamReader reader) throws XMLStreamException, UnreadableSheet {
        if (sharedTexts > 0) {
            throw new UnreadableSheet("the workbook has two lists of shared texts");
        }
        long before = unpacked;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("si")) {
                sharedTexts++;
            }
            if (unpacked - before > limits.mostSharedTextBytes()) {
                throw new UnreadableSheet("the workbook's shared texts unpack to more than "
                        + limits.mostSharedTextBytes() + " bytes; send it as CSV");
            }
        }
    }

    private void scanCells(XMLStreamReader reader) throws XMLStreamException, UnreadableSheet {
        int rowsOfSheet = 0;
        int arrayFormulas = 0;
        int columns = 0;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "row" -> {
                    rowsOfSheet++;
                    columns = 0;
                    check(rowsOfSheet - 1 <= limits.mostRows(), "a sheet has more than " + limits.mostRows() + " rows");
                    checkNumber(reader.getAttributeValue(null, "r"), Integer.MAX_VALUE, "a row has no such number");
                }
                case "c" -> {
                    columns++;
                    String place = reader.getAttributeValue(null, "r");
                    check(
                            columns <= limits.mostColumns() && (place == null || column(place) <= limits.mostColumns()),
                            "a sheet has more than " + limits.mostColumns() + " columns");
                    checkSharedText(reader);
                }
                case "f" -> {
                    arrayFormulas += "array".equals(reader.getAttributeValue(null, "t")) ? 1 : 0;
                    check(arrayFormulas <= MOST_ARRAY_FORMULAS, "a sheet has too many array formulas");
                }
                default -> {
                    // nothing that the reader would hold on to
                }
            }
        }
        rows += Math.max(0, rowsOfSheet - 1);
        check(rows <= limits.mostRows(), "the workbook has more than " + limits.mostRows() + " rows");
    }

    private void checkSharedText(XMLStreamReader reader) throws XMLStreamException, UnreadableSheet {
        if (!"s".equals(reader.getAttributeValue(null, "t"))) {
            return;
        }
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("v")) {
                checkNumber(reader.getElementText(), sharedTexts - 1, "a cell shows a text that is not there");
                return;
            }
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
                return;
            }
        }
    }

    private static void checkNumber(String text, int most, String otherwise) throws UnreadableSheet {
        if (text == null || text.isEmpty()) {
            return;
        }
        check(text.matches("[0-9]{1,10}") && Long.parseLong(text) <= most, otherwise);
    }

    private static void check(boolean holds, String otherwise) throws UnreadableSheet {
        if (!holds) {
            throw new UnreadableSheet(otherwise);
        }
    }

    /** The number of the column in a place such as {@code AB12}, from 1; very large if it is none. */
    private static long column(String place) {
        long column = 0;
        for (int i = 0; i < place.length() && i < 4 && Character.isLetter(place.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
        }
        return place.matches("[A-Za-z]{1,3}[0-9]{1,7}") ? column : Long.MAX_VALUE;
    }

    /** Counts what is unpacked, of all parts together. */
    private final class Counted extends FilterInputStream {

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws TooMuch {
            unpacked += bytes;
            if (unpacked > limits.mostUnpackedBytes()) {
                throw new TooMuch("the workbook unpacks to more than " + limits.mostUnpackedBytes() + " bytes");
            }
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }
}
