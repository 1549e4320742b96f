// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * LISP: control messages (RFC 9301, UDP port 4342; over TCP registrations of the reliable transport) and what it encapsulates (RFC 9300, 4341).
 *
 * <p>Read: the kinds of messages and how registrations are authenticated. Encapsulated packets are handed on. Start at
 * {@link io.netgrade.protocol.lisp.LispProtocol}.
 */
package io.netgrade.protocol.lisp;
