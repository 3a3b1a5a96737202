/** What does not fit: rules, their evidence, their outcomes and the verdict. Depends on contracts, movement, balance, corridor, enquiry and register. */
@NullMarked
package org.skypatch.tracking.finding;

import org.jspecify.annotations.NullMarked;
