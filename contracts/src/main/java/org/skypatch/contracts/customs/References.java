package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The references that tie reports of one consignment together; every one is kept as typed.
 *
 * @param ucr unique consignment reference (WCO)
 * @param exportDeclaration number of the export declaration, decisive together with the country of dispatch
 * @param transportDocument bill of lading, air waybill, consignment note
 * @param notification number of the Basel notification, decisive together with {@code shipmentSerial}
 * @param previousMovement id of the movement, or import declaration, that a re-export rests on
 * @param corrects {@code eventId} of the original event that an amendment or a cancellation speaks of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record References(
        @Nullable String ucr,
        @Nullable String exportDeclaration,
        @Nullable String importDeclaration,
        @Nullable String transportDocument,
        @Nullable String notification,
        @Nullable Integer shipmentSerial,
        @Nullable String previousMovement,
        @Nullable String corrects) {

    /** No reference at all. */
    public static final References NONE = new References(null, null, null, null, null, null, null, null);
}
