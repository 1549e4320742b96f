// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * POP3 (RFC 1939), usually port 110, up to STLS (RFC 2595).
 *
 * <p>Read: the capabilities (RFC 2449), whether STLS is accepted, that a log-in went over in clear (its class only), and
 * the software that the greeting or IMPLEMENTATION names. Not read: users and mail. Start at
 * {@link io.netgrade.protocol.pop3.Pop3Protocol}.
 */
package io.netgrade.protocol.pop3;
