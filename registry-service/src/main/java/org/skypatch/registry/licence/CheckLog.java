package org.skypatch.registry.licence;

import org.skypatch.registry.record.Author;

/** Who asked what about which licence, and what was disclosed. Entries are only ever added. */
public interface CheckLog {

    void keep(Author asker, CitedLicence cited, LicenceAnswer answer);
}
