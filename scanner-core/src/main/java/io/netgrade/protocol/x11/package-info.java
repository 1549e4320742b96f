// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * The X Window System, version 11, usually ports 6000 and up.
 *
 * <p>Read: whether the server lets a client in, with what kind of authorization, and the vendor and release that it
 * names. Not read: the authorization's data, and windows. Start at {@link io.netgrade.protocol.x11.X11Protocol}.
 */
package io.netgrade.protocol.x11;
