/** Who a caller is and what a caller may see. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.access;

import org.jspecify.annotations.NullMarked;
