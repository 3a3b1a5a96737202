/**
 * The realm that {@code deploy/keycloak} holds for the local run, Compose and Kubernetes: who can sign in, and what their
 * tokens say. Only the launcher depends on it.
 */
@NullMarked
package org.skypatch.local.realm;

import org.jspecify.annotations.NullMarked;
