/** Prints papers as PDF and codes as pictures. An edge: nothing depends on it but the wiring, through {@code paper.Papers}. */
@NullMarked
package org.skypatch.registry.papers;

import org.jspecify.annotations.NullMarked;
