/** What the registry says on its topics: dated versions of its records, and the tasks that its clocks open. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.registry;

import org.jspecify.annotations.NullMarked;
