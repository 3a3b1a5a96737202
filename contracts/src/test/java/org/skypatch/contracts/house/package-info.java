/** The house rules of dependence and naming, for every service's tests. Test code of every module may depend on it. */
@NullMarked
package org.skypatch.contracts.house;

import org.jspecify.annotations.NullMarked;
