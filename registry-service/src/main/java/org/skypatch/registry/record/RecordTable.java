package org.skypatch.registry.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.trade.CountryCode;

/**
 * Where records of one kind are kept, many at a time. A record's name begins with its Party and a slash. Works within the
 * caller's transaction.
 */
public interface RecordTable<F extends RegistryFact> {

    RecordKind<F> kind();

    /** Those of these records that there are, by name. */
    Map<String, Revised<F>> find(Collection<String> names);

    /** The records of a Party by name, from after a name on; from the first if it is empty. */
    List<Records.Named<F>> of(CountryCode party, String after, int limit);

    /** Keeps new records. */
    void add(List<Records.Named<F>> records);

    /** Keeps the newest versions of standing records. */
    void replace(List<Records.Named<F>> records);
}
