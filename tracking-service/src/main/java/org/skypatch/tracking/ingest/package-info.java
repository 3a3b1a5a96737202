/** The door for customs events: reads, checks, answers receipts. An edge. */
@NullMarked
package org.skypatch.tracking.ingest;

import org.jspecify.annotations.NullMarked;
