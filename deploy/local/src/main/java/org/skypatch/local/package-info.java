/**
 * The local run: one command starts the servers and the services on this machine, makes one origin of them, and stops them
 * again. Nothing depends on it.
 */
@NullMarked
package org.skypatch.local;

import org.jspecify.annotations.NullMarked;
