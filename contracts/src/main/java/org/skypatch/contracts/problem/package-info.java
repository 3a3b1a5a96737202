/** How a refusal is described: RFC 9457 problem types and the fields that are wrong. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.problem;

import org.jspecify.annotations.NullMarked;
