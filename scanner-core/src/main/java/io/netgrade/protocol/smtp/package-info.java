// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SMTP and LMTP (RFC 5321, 2033), usually ports 25, 587 and 24, and up to STARTTLS (RFC 3207).
 *
 * <p>Read: the extensions of the answer to EHLO, the AUTH mechanisms offered in clear, that a log-in went over in clear
 * (its class only), and the software that the greeting names. Not read: addresses and mail. Start at
 * {@link io.netgrade.protocol.smtp.SmtpProtocol}.
 */
package io.netgrade.protocol.smtp;
