/** The one origin: a reverse proxy in front of the services and the identity provider. Only the launcher depends on it. */
@NullMarked
package org.skypatch.local.proxy;

import org.jspecify.annotations.NullMarked;
