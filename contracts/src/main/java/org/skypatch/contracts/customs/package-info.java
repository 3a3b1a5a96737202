/** What a customs administration reports: the customs event and its parts. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.customs;

import org.jspecify.annotations.NullMarked;
