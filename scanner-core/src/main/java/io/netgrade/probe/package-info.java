// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * Lends protocols a socket. {@link io.netgrade.probe.Prober} finds which of the named endpoints are open, learns by what
 * they say which protocol they speak, and holds that protocol's conversations with them.
 *
 * <p>Everything that could do harm is bounded here and nowhere else: scope, pace, connections per host, bytes and time.
 * {@code Door} alone opens connections. One event loop does all the work, so that limits are exact and whoever takes the
 * observations is called by one thread only. The only package that knows Netty.
 */
package io.netgrade.probe;
