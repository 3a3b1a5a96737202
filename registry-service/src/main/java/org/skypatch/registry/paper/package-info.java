/** Papers: what is printed, as title, numbered blocks and a code to scan, without a word of how. Core; every package may depend on it. */
@NullMarked
package org.skypatch.registry.paper;

import org.jspecify.annotations.NullMarked;
