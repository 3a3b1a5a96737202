package org.skypatch.registry.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.registry.Share;
import org.skypatch.contracts.registry.SharingFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;
import org.skypatch.registry.record.Revised;

/**
 * What Parties let others see of their lists beyond the records that name them: by the setting of the Party whose list it
 * is, as it stands at the moment. Without a setting nobody else sees anything.
 */
@ApplicationScoped
class Sharing {

    /** The lists that can be shared, and all of them. */
    static final String TRADERS = "traders";

    static final String LICENCES = "licences";
    static final String QUOTAS = "quotas";
    static final String[] LISTS = {TRADERS, LICENCES, QUOTAS};

    private static final int MOST_PARTIES = 300;

    private final Records records;

    Sharing(Records records) {
        this.records = records;
    }

    /** Whether a country may read another's list; its own always, and nothing if it acts for no country. */
    boolean lets(Optional<CountryCode> reader, CountryCode owner, String list) {
        return reader.filter(country -> country.equals(owner) || isShared(owner, country, list))
                .isPresent();
    }

    /** The countries whose list a reader may see, its own among them. */
    Set<CountryCode> owners(CountryCode reader, String list) {
        Set<CountryCode> owners = new LinkedHashSet<>();
        owners.add(reader);
        Records.Question named = Records.Question.of(Optional.of(reader), "", MOST_PARTIES);
        records.list(RecordKind.SHARING, named).stream()
                .map(setting -> setting.record().fact())
                .filter(setting -> lets(setting, reader, list))
                .map(SharingFact::country)
                .forEach(owners::add);
        return owners;
    }

    private boolean isShared(CountryCode owner, CountryCode reader, String list) {
        return records.find(RecordKind.SHARING, owner.value(), Optional.of(reader))
                .map(Revised::fact)
                .filter(sharing -> lets(sharing, reader, list))
                .isPresent();
    }

    private static boolean lets(SharingFact sharing, CountryCode reader, String list) {
        return sharing.shares().stream()
                .filter(share -> share.list().equals(list))
                .anyMatch(share -> share.everyone() || share.with().contains(reader));
    }

    /** A share as put. */
    static Share share(Form form) {
        String list = form.required("list", Form.oneOf(LISTS));
        boolean everyone = Boolean.TRUE.equals(form.yes("everyone"));
        List<CountryCode> with = form.list("with", MOST_PARTIES, CountryCode::of);
        if (everyone == !with.isEmpty()) {
            form.impossible("with", "must name Parties, or be left out if everyone is true");
        }
        return new Share(list == null ? "" : list, with, everyone);
    }
}
