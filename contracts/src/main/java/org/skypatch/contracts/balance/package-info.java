/** What tracking tells of licences, notifications and quotas: granted, drawn, pending, left. Every service may depend on it. */
@NullMarked
package org.skypatch.contracts.balance;

import org.jspecify.annotations.NullMarked;
