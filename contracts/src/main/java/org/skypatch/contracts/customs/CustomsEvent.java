package org.skypatch.contracts.customs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;

/**
 * A fact that a customs administration reports. One record for every type: what they carry is alike, and a switch over
 * {@link CustomsEventType} without default lets the compiler list the places that a new type touches.
 *
 * @param eventId unique within the reporter
 * @param occurredAt when it happened, by the reporter
 * @param reportedBy from the caller's token
 * @param filedAt amendments: when the correction was filed
 * @param isFinal import: whether this is the last part; true if not said
 * @param unknownFields what the interface does not know, kept as it came, by JSON pointer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomsEvent(
        String eventId,
        CustomsEventType type,
        OffsetDateTime occurredAt,
        AdministrationId reportedBy,
        References references,
        @Nullable OffsetDateTime filedAt,
        List<LicenceNumber> licences,
        Route route,
        Traders traders,
        List<Goods> goods,
        @JsonProperty("final") @Nullable Boolean isFinal,
        @Nullable String reason,
        @Nullable Illegality illegality,
        @Nullable Seizure seizure,
        Transport transport,
        @Nullable Handling handling,
        @Nullable String remarks,
        Map<String, Object> unknownFields) {
    public CustomsEvent {
        licences = licences == null ? List.of() : List.copyOf(licences);
        references = references == null ? References.NONE : references;
        traders = traders == null ? Traders.NONE : traders;
        transport = transport == null ? Transport.NONE : transport;
        unknownFields = unknownFields == null ? Map.of() : Map.copyOf(unknownFields);
        goods = goods == null ? List.of() : List.copyOf(goods);
    }

    /** The country that the reporter acts for. */
    @JsonIgnore
    public Optional<CountryCode> reportingCountry() {
        return reportedBy.country();
    }
}
