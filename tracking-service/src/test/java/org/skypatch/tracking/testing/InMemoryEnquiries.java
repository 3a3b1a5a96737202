package org.skypatch.tracking.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.process.EnquiryRecords;

/** Enquiries without a database. */
public final class InMemoryEnquiries implements EnquiryRecords {

    private final Map<UUID, Enquiry> enquiries = new LinkedHashMap<>();
    private final BiPredicate<String, UUID> seen;

    /**
     * @param seen whether an audience sees a movement
     */
    public InMemoryEnquiries(BiPredicate<String, UUID> seen) {
        this.seen = seen;
    }

    @Override
    public List<Enquiry> about(Collection<UUID> events) {
        return enquiries.values().stream()
                .filter(enquiry -> events.contains(enquiry.event()))
                .sorted(Comparator.comparing(Enquiry::askedAt).thenComparing(Enquiry::id))
                .toList();
    }

    @Override
    public void ask(Enquiry enquiry) {
        enquiries.putIfAbsent(enquiry.id(), enquiry);
    }

    @Override
    public void answer(UUID enquiry, int ordinal, Enquiry.Answer answer) {
        enquiries.computeIfPresent(enquiry, (id, known) -> {
            if (known.answers().size() + 1 != ordinal) {
                throw new IllegalStateException("two answers at once");
            }
            return known.answered(answer);
        });
    }

    @Override
    public boolean lockSeenBy(String audience, UUID movement) {
        return seen.test(audience, movement);
    }
}
