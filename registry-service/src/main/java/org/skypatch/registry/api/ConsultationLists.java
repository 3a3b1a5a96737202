package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.ConsultationFact;
import org.skypatch.contracts.registry.ConsultationState;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** The consultations of a Party: those it asked and those it is asked. */
@ApplicationScoped
class ConsultationLists {

    private final Records records;

    ConsultationLists(Records records) {
        this.records = records;
    }

    /**
     * Which are meant.
     *
     * @param side mine or theirs; both if none
     * @param counterpart the other Party, whichever asked
     */
    record Filter(
            @Nullable String side,
            @Nullable ConsultationState state,
            @Nullable CountryCode counterpart,
            @Nullable CommodityId commodity) {}

    /** A page in the order of their ids, which is that of time; empty for whoever acts for no Party. */
    Page<ConsultationFact> page(Optional<CountryCode> party, Filter filter, String after, int most) {
        List<Records.Named<ConsultationFact>> found = party.stream()
                .flatMap(own -> Stream.of("mine", "theirs")
                        .filter(side -> filter.side() == null || filter.side().equals(side))
                        .flatMap(side -> records
                                .list(
                                        RecordKind.CONSULTATION,
                                        Records.Question.of(party, after, most + 1)
                                                .saying(saying(own, side, filter)))
                                .stream()))
                .sorted(Comparator.comparing(Records.Named::name))
                .limit(most + 1L)
                .toList();
        return Pages.ofRecords(found, most);
    }

    private static Map<String, Object> saying(CountryCode own, String side, Filter filter) {
        boolean mine = side.equals("mine");
        Map<String, Object> fields = new HashMap<>();
        fields.put(mine ? "requestedBy" : "counterpart", own.value());
        if (filter.counterpart() != null) {
            fields.put(
                    mine ? "counterpart" : "requestedBy", filter.counterpart().value());
        }
        if (filter.state() != null) {
            fields.put("state", filter.state().label());
        }
        if (filter.commodity() != null) {
            fields.put("commodity", filter.commodity().value());
        }
        return fields;
    }
}
