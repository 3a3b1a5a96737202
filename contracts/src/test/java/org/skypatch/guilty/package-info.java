/** Classes that break the house rules on purpose: each fixture breaks one rule, to show that the rule can fail. Nothing depends on it. */
@NullMarked
package org.skypatch.guilty;

import org.jspecify.annotations.NullMarked;
