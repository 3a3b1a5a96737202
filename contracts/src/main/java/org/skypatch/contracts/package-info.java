/** What the services promise each other. Depends on the JDK and Jackson's annotations only. */
@NullMarked
package org.skypatch.contracts;

import org.jspecify.annotations.NullMarked;
