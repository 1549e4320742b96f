// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * IMAP4 (RFC 3501, RFC 9051), usually port 143, up to STARTTLS.
 *
 * <p>Read: the capabilities before a log-in, LOGINDISABLED among them, whether STARTTLS is accepted, that a log-in went
 * over in clear (its class only), and the software that the greeting or ID (RFC 2971) names. Not read: users and mail.
 * Start at {@link io.netgrade.protocol.imap.ImapProtocol}.
 */
package io.netgrade.protocol.imap;
