/** The values of controlled trade: masses, codes, countries, traders, licences. Every module may depend on it. */
@NullMarked
package org.skypatch.contracts.trade;

import org.jspecify.annotations.NullMarked;
