// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * VNC: the Remote Framebuffer protocol (RFC 6143), usually ports 5900 and up, up to TLS.
 *
 * <p>Read: the version, the security types that the server offers, and the one that was taken. Not read: passwords and
 * the screen. Start at {@link io.netgrade.protocol.vnc.VncProtocol}.
 */
package io.netgrade.protocol.vnc;
