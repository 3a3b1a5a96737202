/** What tracking found and tells: findings, departure notices, and how they are said. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.finding;

import org.jspecify.annotations.NullMarked;
