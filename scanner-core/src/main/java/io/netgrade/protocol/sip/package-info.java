// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
/**
 * SIP (RFC 3261) over UDP, TCP and inside TLS: which methods are asked, how the server challenges, whether it registers
 * without a challenge, how media are to be protected, what is disclosed of software, of internal addresses and, by class
 * only, of subscribers. Credentials, keys, numbers and names are never kept. Start at
 * {@link io.netgrade.protocol.sip.SipProtocol}.
 */
package io.netgrade.protocol.sip;
