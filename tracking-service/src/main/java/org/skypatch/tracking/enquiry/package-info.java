/** Enquiries "seen?": one administration asks another of goods of which nothing is heard. Depends on contracts. */
@NullMarked
package org.skypatch.tracking.enquiry;

import org.jspecify.annotations.NullMarked;
