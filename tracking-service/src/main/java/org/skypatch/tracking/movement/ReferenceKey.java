package org.skypatch.tracking.movement;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;

/**
 * Something that several reports of one consignment may have in common, compared in capitals and without blanks. Every
 * reference counts within the country of dispatch that the report declares: so nobody ties its own departure, or a
 * consignment from elsewhere, to another country's by citing its number.
 */
public record ReferenceKey(Kind kind, String value) implements Comparable<ReferenceKey> {

    /** What kind of reference it is, and how much it proves. */
    public enum Kind {
        LINK(Strength.DECISIVE),
        UCR(Strength.DECISIVE),
        EXPORT_DECLARATION(Strength.DECISIVE),
        SHIPMENT(Strength.DECISIVE),
        CORRECTS(Strength.DECISIVE),
        TRANSPORT_DOCUMENT(Strength.STRONG),
        CONTAINER(Strength.STRONG),
        IMPORT_DECLARATION(Strength.NONE),
        PREVIOUS_MOVEMENT(Strength.NONE),
        NOTIFICATION(Strength.NONE),
        TRADER(Strength.NONE),
        LICENCE(Strength.NONE);

        private final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }

        public boolean isDecisive() {
            return strength == Strength.DECISIVE;
        }

        public boolean isJoining() {
            return strength != Strength.NONE;
        }
    }

    private enum Strength {
        DECISIVE,
        STRONG,
        NONE
    }

    private static final Pattern BLANKS = Pattern.compile("\\s");

    /** Under which two writings of one reference are equal. */
    public static String folded(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .transform(upper -> BLANKS.matcher(upper).replaceAll(""));
    }

    private static ReferenceKey of(Kind kind, CountryCode country, String written) {
        return new ReferenceKey(kind, country + "/" + folded(written));
    }

    /** The key under which the corrections of an event are found. */
    public static ReferenceKey correctionsOf(UUID original) {
        return new ReferenceKey(Kind.CORRECTS, original.toString());
    }

    /** Every key that the event carries. */
    public static Set<ReferenceKey> of(RecordedEvent recorded) {
        CustomsEvent event = recorded.event();
        References references = event.references();
        CountryCode dispatch = event.route().dispatch();
        Set<ReferenceKey> keys = new TreeSet<>();
        if (references.ucr() != null) {
            keys.add(of(Kind.UCR, dispatch, references.ucr()));
        }
        if (references.exportDeclaration() != null) {
            keys.add(of(Kind.EXPORT_DECLARATION, dispatch, references.exportDeclaration()));
        }
        if (references.importDeclaration() != null) {
            keys.add(of(Kind.IMPORT_DECLARATION, event.route().destination(), references.importDeclaration()));
        }
        if (references.previousMovement() != null) {
            keys.add(of(Kind.PREVIOUS_MOVEMENT, dispatch, references.previousMovement()));
        }
        if (references.notification() != null && references.shipmentSerial() != null) {
            keys.add(of(Kind.SHIPMENT, dispatch, references.notification() + "/" + references.shipmentSerial()));
        }
        if (references.notification() != null) {
            keys.add(of(Kind.NOTIFICATION, dispatch, references.notification()));
        }
        if (references.transportDocument() != null) {
            keys.add(of(Kind.TRANSPORT_DOCUMENT, dispatch, references.transportDocument()));
        }
        if (event.type().isCorrection() && references.corrects() != null) {
            keys.add(correctionsOf(EventIds.of(event.reportedBy(), references.corrects())));
        }
        event.transport().containers().forEach(container -> keys.add(of(Kind.CONTAINER, dispatch, container.value())));
        for (Part part : Part.values()) {
            part.in(event.traders())
                    .ifPresent(trader -> part.country(trader, event.route()).ifPresent(country -> {
                        if (trader.id() != null) {
                            keys.add(of(Kind.TRADER, country, trader.id().value()));
                        }
                    }));
        }
        for (LicenceNumber licence : event.licences()) {
            keys.add(of(Kind.LICENCE, licence.issuedBy(), licence.number()));
        }
        return keys;
    }

    @Override
    public int compareTo(ReferenceKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }
}
