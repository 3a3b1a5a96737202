package org.skypatch.tracking.process;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.tracking.enquiry.Enquiry;

/** Enquiries and their answers, within one transaction. Nothing of them is ever changed or removed. */
public interface EnquiryRecords {

    /** The enquiries about these events, oldest first. */
    List<Enquiry> about(Collection<UUID> events);

    /** Puts down an enquiry unless it is known. */
    void ask(Enquiry enquiry);

    /** Puts down an answer; the enquiry's movement must be locked. */
    void answer(UUID enquiry, int ordinal, Enquiry.Answer answer);

    /** The movement, locked until the transaction ends, if it is seen under this audience: a country, or {@code region:…}. */
    boolean lockSeenBy(String audience, UUID movement);
}
