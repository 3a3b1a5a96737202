/** Country sheets: how records are laid out in rows and columns, and how a sheet is checked and applied. Core; the edges may depend on it. */
@NullMarked
package org.skypatch.registry.sheet;

import org.jspecify.annotations.NullMarked;
