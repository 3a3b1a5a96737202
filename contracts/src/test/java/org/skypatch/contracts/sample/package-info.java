/** Golden samples of everything that travels on the topics; they are only ever added to. Test code of every module may depend on it. */
@NullMarked
package org.skypatch.contracts.sample;

import org.jspecify.annotations.NullMarked;
